/** The entries of one request in the change log. */
export interface Span {
  readonly first: bigint;
  readonly last: bigint;
  readonly requestId: string;
}

/**
 * The requests of which was told lately. Ids are given before a commit: one that is committed late is below others that
 * were told of, so that catching up begins at the lowest of the last thousand.
 */
export class Recent {
  readonly #spans: Span[] = [];
  #begin: bigint | undefined;

  /** Nothing below was ever asked for. */
  begin(id: bigint): void {
    this.#begin = id;
  }

  /** From where on something may have been missed; undefined before the beginning. */
  get first(): bigint | undefined {
    if (this.#spans.length < 1_000) return this.#begin;
    return this.#spans.reduce((least, { first }) => (first < least ? first : least), this.#spans[0]!.first);
  }

  /** Notes a request. Returns false where it is noted already. */
  add(span: Span): boolean {
    const known = this.#spans.some(
      ({ first, last, requestId }) => requestId === span.requestId && first <= span.first && span.last <= last,
    );
    if (known) return false;
    this.#spans.push(span);
    if (this.#spans.length > 1_000) this.#spans.shift();
    return true;
  }
}
