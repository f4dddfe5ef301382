import { freeSpans } from '#base/ip/free-spans.ts';
import type { Span } from '#base/ip/span.ts';

/** The first free numbers of several spans, ascending. Both lists are sorted. */
export function freeNumbers(spans: readonly Span[], taken: readonly bigint[], limit: number): bigint[] {
  const found: bigint[] = [];
  for (const span of spans)
    for (const { first, last } of freeSpans(
      span,
      taken.map((one) => ({ first: one, last: one })),
    ))
      for (let value = first; value <= last; value++) {
        if (found.length >= limit) return found;
        if (found.length === 0 || value > found.at(-1)!) found.push(value);
      }
  return found;
}
