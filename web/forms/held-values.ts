import { formFields } from './fields/form-fields.ts';
import type { FullField, FullForm } from './full-form.ts';

/** What the inputs of a form hold, by field. */
export type Held = Readonly<Record<string, unknown>>;

/** A field as its input takes it: widgets of custom fields are known there, too. */
export const fieldOf = (field: FullField) => formFields[field.widget];

/** What the form holds for an object that REST served; nothing yet in what isn't stored with it. */
export function heldOf(form: FullForm, object: Readonly<Record<string, unknown>>): Held {
  const custom = (object.custom_fields ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    form.fields.map((field) => {
      const { read } = fieldOf(field);
      if (field.narrows || field.extra) return [field.name, undefined];
      if (field.custom !== undefined) return [field.name, read(custom[field.custom], field as never)];
      if (field.widget !== 'generic' || !field.generic) return [field.name, read(object[field.name], field as never)];
      const type = object[field.generic.type];
      const id = object[field.generic.id];
      const held = object[field.name] ?? (id === null || id === undefined ? null : { id });
      return [field.name, { type: type ?? '', object: type ? held : null }];
    }),
  );
}

/** What the form of a new object holds at first: what the address says, else the defaults. */
export function heldAtFirst(form: FullForm, start: URLSearchParams): Held {
  return Object.fromEntries(
    form.fields.map((field) => {
      const { read, parse, empty } = fieldOf(field);
      const asked = field.generic ? genericTexts(field, start) : start.getAll(field.name);
      if (asked.length > 0) return [field.name, parse(asked, field as never)];
      if (field.narrows) return [field.name, undefined];
      return [field.name, field.default === undefined ? empty : read(field.default, field as never)];
    }),
  );
}

/** `scope_type=dcim.site&scope_id=1`, as NetBox spells it `scope=1`, or `interface=5`: what may be named, by its model. */
function genericTexts({ name, generic }: FullField, start: URLSearchParams): string[] {
  const { type, id, types } = generic!;
  const said = start.get(type);
  if (said) return [said, ...(start.has(id) ? start.getAll(id) : start.getAll(name))];
  for (const { model } of types) {
    const short = model.split('.')[1]!;
    const given = start.get(short);
    if (given && /^\d+$/.test(given)) return [model, given];
  }
  return [];
}

/** Whether the input holds nothing. */
export function isUnset(field: FullField, held: unknown): boolean {
  return held === undefined || same(held, fieldOf(field).empty) || (typeof held === 'string' && held.trim() === '');
}

/** Whether two held values say the same: objects by their ids, whatever else is known of them. */
export function same(one: unknown, other: unknown): boolean {
  return one === other || (!(one instanceof File) && !(other instanceof File) && key(one) === key(other));
}

const key = (held: unknown): string =>
  JSON.stringify(held, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'id' in value ? { id: (value as { id: unknown }).id } : value,
  ) ?? '';
