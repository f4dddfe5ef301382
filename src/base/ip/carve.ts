import type { Network } from './network.ts';
import { spanOf } from './network.ts';
import { networksOfSpan } from './networks-of-span.ts';

/**
 * Networks of the wanted lengths out of free ones, which ascend, in the order in which they are wanted: each from the
 * lowest free network that holds it. Undefined where they don't all fit.
 */
export function carve(free: readonly Network[], lengths: readonly number[]): Network[] | undefined {
  const left = [...free];
  const found: Network[] = [];
  for (const length of lengths) {
    const at = left.findIndex((network) => network.length <= length);
    const whole = left[at];
    if (!whole) return undefined;
    const taken: Network = { ...whole, length };
    const rest = { first: spanOf(taken).last + 1n, last: spanOf(whole).last };
    left.splice(at, 1, ...networksOfSpan(whole.family, rest));
    found.push(taken);
  }
  return found;
}
