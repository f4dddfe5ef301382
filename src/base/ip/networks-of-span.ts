import { bitsOf, type Family } from './address.ts';
import type { Network } from './network.ts';
import type { Span } from './span.ts';

/** The fewest networks that cover a span exactly, ascending. */
export function* networksOfSpan(family: Family, { first, last }: Span): Generator<Network> {
  const bits = bitsOf(family);
  for (let next = first; next <= last; ) {
    let length = bits;
    while (length > 0) {
      const size = 1n << BigInt(bits - length + 1);
      if (next % size !== 0n || next + size - 1n > last) break;
      length--;
    }
    yield { family, value: next, length };
    next += 1n << BigInt(bits - length);
  }
}
