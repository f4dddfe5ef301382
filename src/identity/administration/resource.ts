import type { Queryable } from '#database/connect.ts';
import type { Field, FieldParts } from './field.ts';
import type { ReferenceTarget } from './find-references.ts';

/** What an object is written with, by the names of the fields. */
export type Values = Readonly<Record<string, unknown>>;

/** A kind of objects that is administered. */
export interface Resource extends ReferenceTarget {
  /** What one of them is called. */
  readonly label: string;
  /** Columns in which a search looks. */
  readonly search: readonly string[];
  readonly fields: Readonly<Record<string, Field>>;
  /** Fields that a list shows first. */
  readonly list: readonly string[];
  /** What else belongs to an object that was written. */
  complete?(parts: FieldParts, id: string, values: Values, isNew: boolean): Promise<void>;
  /** What must hold once an object is written. Throws 400 keyed by field. */
  check?(sql: Queryable, id: string): Promise<void>;
}
