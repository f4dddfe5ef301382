import { verbatim } from '#fields/json-text.ts';
import { valuePart } from '#operations/read/parts/value.ts';
import type { Computed } from '#operations/read/shapes.ts';

/** A column served under another name, whose text in PostgreSQL is JSON already. */
export const stored =
  (column: string): Computed =>
  ({ name }) =>
    valuePart(name, column, verbatim);
