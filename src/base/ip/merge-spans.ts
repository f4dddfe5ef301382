import type { Span } from './span.ts';

/** Two ascending series of spans as one. */
export async function* mergeSpans(
  left: AsyncIterable<Span> | Iterable<Span>,
  right: readonly Span[],
): AsyncGenerator<Span> {
  let at = 0;
  for await (const span of left) {
    for (; at < right.length && right[at]!.first <= span.first; at++) yield right[at]!;
    yield span;
  }
  yield* right.slice(at);
}
