import type { Network } from './network.ts';
import { spanOf } from './network.ts';
import { networksOfSpan } from './networks-of-span.ts';

/**
 * Networks of the wanted lengths out of free ones, in the order in which they are wanted: each from the smallest free
 * network that holds it, the lowest of several. Undefined where they don't all fit.
 */
export function carve(free: readonly Network[], lengths: readonly number[]): Network[] | undefined {
  const left = [...free];
  const found: Network[] = [];
  for (const length of lengths) {
    let at = -1;
    for (const [index, network] of left.entries())
      if (network.length <= length && (at < 0 || network.length > left[at]!.length)) at = index;
    const whole = left[at];
    if (!whole) return undefined;
    const taken: Network = { ...whole, length };
    const rest = { first: spanOf(taken).last + 1n, last: spanOf(whole).last };
    left.splice(at, 1, ...networksOfSpan(whole.family, rest));
    found.push(taken);
  }
  return found;
}
