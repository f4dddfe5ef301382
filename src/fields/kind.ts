import type { Field } from './field.ts';

/** The names of the base filters that a field can have; each is implemented once in src/query/filters/. */
export type FilterName =
  | 'text'
  | 'number'
  | 'decimal'
  | 'boolean'
  | 'dateTime'
  | 'date'
  | 'choice'
  | 'multipleChoice'
  | 'mac'
  | 'timeZone'
  | 'contentType'
  | 'uuid'
  | 'related';

/** How a value looks in an OpenAPI 3 document; `$ref` and friends are added by the surface for relations. */
export interface ValueSchema {
  readonly type?: string;
  readonly format?: string;
  readonly [key: string]: unknown;
}

/**
 * A field kind: everything that is true of every field of one kind. Surfaces ask it; nobody switches on its name.
 * Required: a name, how a stored value is rendered as JSON text, the OpenAPI shape and the type that OPTIONS tells.
 */
export interface Kind {
  readonly name: string;
  /** PostgreSQL's column type (`bigint`, `character varying(100)`), or undefined where the kind stores no column. */
  columnType(field: Field): string | undefined;
  /** A function from PostgreSQL's text of a non-null value to JSON text. */
  render(field: Field): (text: string) => string;
  /** PostgreSQL's text of a non-null JSON value. Throws InvalidValue with the API's message. */
  parse(field: Field, value: unknown): string;
  /** What null is stored as, where it isn't null. */
  readonly storedNull?: string;
  /** The value's shape in OpenAPI. */
  schema(field: Field): ValueSchema;
  /** The word that `OPTIONS` gives as the type of the field (NetBox 4.7: `string`, `integer`, `choice`, `field`, …). */
  readonly optionsType: string | ((field: Field) => string);
  /** The value's shape where a client gives it, if that differs from what it is served. */
  input?(field: Field): ValueSchema;
  /** `false`: left out where the object stands inside another. */
  readonly nested?: false;
  /** `true`: a list of such is read as one of objects, whose errors that are no element's stand under `__all__`. */
  readonly asObjects?: true;
  /** The filter that a field of this kind gets under its own name. */
  readonly filter?: FilterName;
  /** How the web interface shows and edits the value. */
  readonly widget: string;
  /** How a form edits the value, where that has a name of its own. */
  readonly editor?: string;
}
