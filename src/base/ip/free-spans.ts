import type { Span } from './span.ts';

/** What is left of a span when the taken ones are gone, ascending. `taken` is sorted by its first numbers; overlaps are fine. */
export function* freeSpans(within: Span, taken: Iterable<Span>): Generator<Span> {
  let next = within.first;
  for (const { first, last } of taken) {
    if (first > within.last) break;
    if (first > next) yield { first: next, last: first - 1n };
    if (last >= next) next = last + 1n;
  }
  if (next <= within.last) yield { first: next, last: within.last };
}
