import type { Text } from './draft.ts';

/** Where each column of a statement stands. */
export type Places = ReadonlyMap<string, number>;

/**
 * A row as a map from columns to texts, which is only looked into: a map of its own for each of thousands of rows, with
 * dozens of columns each, costs more than reading them.
 */
export class StoredRow implements ReadonlyMap<string, Text> {
  readonly #places: Places;
  readonly #values: readonly (string | null | undefined)[];

  constructor(places: Places, values: readonly (string | null | undefined)[]) {
    this.#places = places;
    this.#values = values;
  }

  get size(): number {
    return this.#places.size;
  }

  get(column: string): Text | undefined {
    const place = this.#places.get(column);
    return place === undefined ? undefined : (this.#values[place] ?? null);
  }

  has(column: string): boolean {
    return this.#places.has(column);
  }

  keys(): MapIterator<string> {
    return this.#places.keys();
  }

  *values(): MapIterator<Text> {
    for (const place of this.#places.values()) yield this.#values[place] ?? null;
  }

  *entries(): MapIterator<[string, Text]> {
    for (const [column, place] of this.#places) yield [column, this.#values[place] ?? null];
  }

  [Symbol.iterator](): MapIterator<[string, Text]> {
    return this.entries();
  }

  forEach(visit: (value: Text, column: string, map: ReadonlyMap<string, Text>) => void): void {
    for (const [column, value] of this) visit(value, column, this);
  }
}
