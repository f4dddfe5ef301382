import type { Queryable } from '#database/connect.ts';
import type { SecretBox } from '#identity/secret-box.ts';

/** What a form or a program needs to know of a field. */
export interface FieldFacts {
  readonly label: string;
  /** How it is shown and edited. */
  readonly widget:
    | 'text'
    | 'textarea'
    | 'python'
    | 'password'
    | 'boolean'
    | 'choice'
    | 'json'
    | 'seconds'
    | 'redirect_uris'
    | 'reference'
    | 'references'
    | 'time';
  readonly help?: string;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  /** Taken, and never told. */
  readonly writeOnly?: boolean;
  readonly choices?: readonly string[];
  /** The kind of objects that are pointed at. */
  readonly to?: string;
  /** What a new object gets where nothing is said; left out: the column's own default. */
  readonly initial?: unknown;
}

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
