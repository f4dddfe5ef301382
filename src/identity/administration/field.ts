import type { Queryable } from '#database/connect.ts';
import type { SecretBox } from '#identity/secret-box.ts';
import type { FieldFacts } from './field-facts-contract.ts';

export interface FieldParts {
  readonly sql: Queryable;
  readonly box: SecretBox;
  /** What is wrong with an expression; null where it can be run. */
  checkExpression(text: string): Promise<string | null>;
}

/** A value as it is bound to a statement. */
export type Bound = string | number | boolean | null;

/** A field of one of the kinds of objects. */
export interface Field extends FieldFacts {
  /** The column; undefined where the values stand in a table of their own. */
  readonly column?: string | undefined;
  /** The SQL that tells the value as JSON, of the row `t`; left out: the column. */
  readonly tell?: string;
  /** Turns a given value into the column's. Throws an error whose message is for the field. */
  accept(value: unknown, parts: FieldParts): Promise<Bound> | Bound;
  /** What is written after the row, where the values stand in a table of their own. */
  link?(id: string, value: unknown, parts: FieldParts): Promise<void>;
}

/** A value that a field doesn't take; the message says why. */
export class FieldError extends Error {
  override name = 'FieldError';
}
