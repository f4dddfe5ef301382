import type { Row } from './row.ts';

/**
 * Texts of rows, each made when it is asked for: whoever writes them one after the other never holds more than one, and
 * each is gone before the collector takes it for something lasting (docs/decisions/memory.md).
 */
export class RowTexts implements Iterable<string> {
  readonly #rows: readonly Row[];
  readonly #text: (row: Row) => string;

  constructor(rows: readonly Row[], text: (row: Row) => string) {
    this.#rows = rows;
    this.#text = text;
  }

  get length(): number {
    return this.#rows.length;
  }

  *[Symbol.iterator](): Iterator<string> {
    for (const row of this.#rows) yield this.#text(row);
  }
}
