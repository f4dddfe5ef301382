import type { Span } from './span.ts';

/** What is left of a span when the taken ones are gone, ascending. `taken` is sorted by its first numbers; overlaps are fine. */
export function* freeSpans(within: Span, taken: Iterable<Span>): Generator<Span> {
  const rest = leftOf(within);
  for (const span of taken) {
    const free = rest.before(span);
    if (free) yield free;
    if (rest.isEmpty()) return;
  }
  const free = rest.remaining();
  if (free) yield free;
}

/** The same of taken spans that are read as far as they are asked for. */
export async function* freeSpansOf(within: Span, taken: AsyncIterable<Span>): AsyncGenerator<Span> {
  const rest = leftOf(within);
  for await (const span of taken) {
    const free = rest.before(span);
    if (free) yield free;
    if (rest.isEmpty()) return;
  }
  const free = rest.remaining();
  if (free) yield free;
}

/** A span that is eaten up from its start. */
function leftOf({ first, last }: Span) {
  let next = first;
  return {
    /** The free numbers below a taken span, which are gone then with the span itself. */
    before(taken: Span): Span | undefined {
      const free = taken.first > next ? { first: next, last: taken.first > last ? last : taken.first - 1n } : undefined;
      if (taken.first > last) next = last + 1n;
      else if (taken.last >= next) next = taken.last + 1n;
      return free;
    },
    isEmpty: () => next > last,
    remaining: (): Span | undefined => (next <= last ? { first: next, last } : undefined),
  };
}
