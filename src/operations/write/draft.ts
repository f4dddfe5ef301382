import type { Field } from '#fields/field.ts';
import { fieldNamed } from '#query/path.ts';
import type { Model } from '#registry/model.ts';
import { columnOf } from '#registry/registry.ts';
import { FieldErrors } from './field-errors.ts';

/** A column's value as PostgreSQL's text, or null. */
export type Text = string | null;

/** Tags as a request gives them: ids to set, to add, to take away. */
export interface TagChanges {
  set?: string[];
  add?: string[];
  remove?: string[];
}

/**
 * One object on its way into the database: what was stored, what is asked for, and what will be stored. Rules of
 * src/domain/ read and change it before it is written; nothing is written before every draft is free of errors.
 */
export class Draft {
  readonly model: Model;
  /** Its place in the request, from 0. */
  readonly position: number;
  /** The request's object. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly errors = new FieldErrors();
  /** Stored columns before; undefined for a new object. */
  readonly before: ReadonlyMap<string, Text> | undefined;
  /** Columns as they will be stored. */
  readonly columns: Map<string, Text>;
  /** Keys of many-to-many fields that the request sets. */
  readonly many = new Map<string, string[]>();
  readonly tags: TagChanges = {};
  /** The primary key: known from the start for a change, given when a new object is written. */
  key: string | undefined;
  /** The message for the change log. */
  message = '';
  /** Whether the request describes the whole object, as POST and PUT do, so that what it leaves out is said too. */
  whole = false;
  /** Whatever a rule wants to carry from one stage to the next, by the rule's own name. */
  readonly notes = new Map<string, unknown>();

  constructor(parts: {
    model: Model;
    position: number;
    input: Readonly<Record<string, unknown>>;
    before?: ReadonlyMap<string, Text>;
    key?: string;
  }) {
    this.model = parts.model;
    this.position = parts.position;
    this.input = parts.input;
    this.before = parts.before;
    this.key = parts.key;
    this.columns = new Map(parts.before);
  }

  get isNew(): boolean {
    return this.before === undefined;
  }

  /** The text of a field's column; null also where the field is unknown to the row. */
  get(name: string): Text {
    return this.columns.get(this.#column(name)) ?? null;
  }

  /** What was stored before; null for a new object. */
  was(name: string): Text {
    return this.before?.get(this.#column(name)) ?? null;
  }

  set(name: string, value: Text): void {
    this.columns.set(this.#column(name), value);
  }

  number(name: string): number | null {
    const text = this.get(name);
    return text === null || text === '' ? null : Number(text);
  }

  flag(name: string): boolean {
    return this.get(name) === 't' || this.get(name) === 'true';
  }

  /** Whether the field's text differs from what was stored; true for every field of a new object. */
  changed(name: string): boolean {
    return this.isNew || this.get(name) !== this.was(name);
  }

  /** Whether the request names the field. */
  given(name: string): boolean {
    return Object.hasOwn(this.input, name);
  }

  field(name: string): Field {
    const field = fieldNamed(this.model, name);
    if (!field) throw new Error(`${this.model.name} has no field ${name}`);
    return field;
  }

  #column(name: string): string {
    const column = columnOf(this.field(name));
    if (!column) throw new Error(`${this.model.name}.${name} has no column`);
    return column;
  }
}
