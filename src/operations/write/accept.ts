import { isForm } from '#base/form.ts';
import type { Settings } from '#base/settings.ts';
import type { Field } from '#fields/field.ts';
import { InvalidElements, InvalidValue, typeName } from '#fields/parse.ts';
import { columnOf } from '#registry/registry.ts';
import { blankable, nullable, readOnly, required, whenAbsent } from '#registry/rest-facts.ts';
import { uploadedFile } from '../files/uploaded-file.ts';
import { contentTypeId } from './content-type-id.ts';
import { acceptCustomFields } from './custom-fields.ts';
import type { Draft, Text } from './draft.ts';
import { wholeObject } from './field-errors.ts';
import type { Reference } from './references.ts';
import type { WriteContext } from './write-context.ts';

/** Reads the request's object into the draft: values by kind, references to look up. Errors go to their fields. */
export function accept(draft: Draft, context: WriteContext, { partial }: { partial: boolean }): Reference[] {
  const references: Reference[] = [];
  draft.whole = !partial;
  for (const field of draft.model.fields.values()) {
    if (draft.isNew) fillDefault(draft, field, context.settings);
    if (field.rest === false && !(field.aside && context.asker.whole)) continue;
    if (readOnly(field) || field.kind.name === 'computed') continue;
    if (!draft.given(field.name)) {
      // A form sends nothing for a box that isn't ticked (Django REST framework).
      if (field.kind.name === 'boolean' && !partial && isForm(draft.input)) draft.set(field.name, 'f');
      if (draft.isNew && required(field) && !partial) draft.errors.add(field.name, 'This field is required.');
      else if (!draft.isNew && !partial && required(field)) draft.errors.add(field.name, 'This field is required.');
      else if (!draft.isNew && !partial && whenAbsent(field) !== undefined)
        draft.columns.set(columnOf(field)!, whenAbsent(field)!);
      continue;
    }
    acceptField({ draft, field, value: draft.input[field.name], context, references });
  }
  if (draft.model.features?.includes('tags')) acceptTags(draft, references);
  const message = draft.input.changelog_message;
  if (message !== undefined) {
    if (typeof message !== 'string') draft.errors.add('changelog_message', 'Not a valid string.');
    else if (message.length > 200)
      draft.errors.add('changelog_message', 'Ensure this field has no more than 200 characters.');
    else draft.message = message.trim();
  }
  return references;
}

/** What a column holds when nothing is said: the field's default, null where it may be, else an empty value. */
function defaultText(field: Field, settings: Settings): Text {
  const value = settingOf(field.default, settings);
  if (value === undefined || value === null) {
    if (field.null)
      return (typeof field.rest === 'object' ? field.rest.default : undefined) ?? field.kind.storedNull ?? null;
    const type = field.kind.columnType(field) ?? '';
    return type.startsWith('character') || type === 'text' ? '' : null;
  }
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (Array.isArray(value) && field.kind.name === 'array') return field.kind.parse(field, value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A default that a setting gives: `{ setting: 'POWERFEED_DEFAULT_VOLTAGE' }`. */
function settingOf(value: unknown, settings: Settings): unknown {
  const named = (value as { setting?: string } | null | undefined)?.setting;
  return named === undefined ? value : settings[named as keyof Settings];
}

function fillDefault(draft: Draft, field: Field, settings: Settings): void {
  const column = columnOf(field);
  if (column) draft.columns.set(column, defaultText(field, settings));
}

function acceptField({
  draft,
  field,
  value,
  context,
  references,
}: {
  draft: Draft;
  field: Field;
  value: unknown;
  context: WriteContext;
  references: Reference[];
}): void {
  const { name } = field;
  const column = columnOf(field);
  // As Django REST framework's fields of related objects read it: what a client without null sends for no object.
  if (value === '' && field.kind.name === 'contentType') value = null;
  // An empty text is no number, where there may be none (Django REST framework's DecimalField).
  if (field.kind.name === 'decimal' && typeof value === 'string' && value.trim() === '' && nullable(field))
    value = null;
  if (value === null) {
    if (nullable(field)) {
      if (field.kind.name === 'image') draft.columns.set(column!, '');
      else if (column) draft.columns.set(column, field.kind.storedNull ?? null);
      else draft.many.set(name, []);
      return;
    }
    // NetBox's choice fields read null as the empty choice where null itself is not allowed.
    if (field.kind.name !== 'choice' && field.kind.name !== 'numberChoice') {
      draft.errors.add(name, 'This field may not be null.');
      return;
    }
    value = '';
  }
  try {
    switch (field.kind.name) {
      case 'foreignKey':
      case 'oneToOne':
        references.push({ draft, field: name, to: field.to!, value, found: (key) => draft.columns.set(column!, key) });
        return;
      case 'manyToMany':
      case 'reverse':
        acceptMany(draft, field, value, context, references);
        return;
      case 'contentType':
        draft.columns.set(column!, contentTypeId(value, context));
        return;
      case 'image':
        acceptImage(draft, field, value);
        return;
      case 'customFields':
        acceptCustomFields(draft, value);
        return;
      case 'tags':
        return;
      case 'choice':
      case 'numberChoice':
        if (value === '') {
          if (!blankable(field)) draft.errors.add(name, 'This field may not be blank.');
          else draft.columns.set(column!, field.kind.name === 'numberChoice' || !field.null ? emptyChoice(field) : '');
          return;
        }
    }
    draft.columns.set(column!, field.kind.parse(field, value));
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error;
    if (error instanceof InvalidElements) draft.errors.set(name, error.errors);
    else draft.errors.add(name, error.message);
  }
}

/** An image comes as a file of a form, and is kept once everything else is found to be right. */
function acceptImage(draft: Draft, field: Field, value: unknown): void {
  const file = uploadedFile(value);
  if (file) draft.notes.set(imageNote(field), file);
  else if (value === '' && blankable(field)) draft.columns.set(columnOf(field)!, '');
  else throw new InvalidValue('The submitted data was not a file. Check the encoding type on the form.');
}

/** Under what a draft carries the file that was uploaded for an image. */
export const imageNote = ({ name }: Field): string => `image ${name}`;

const emptyChoice = (field: Field): Text => (field.kind.name === 'numberChoice' ? null : '');

/** The entries of a list of related objects: of an object its names, as Django REST framework walks over one. */
function entriesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'object' && value !== null) return Object.keys(value);
  throw new InvalidValue(`Expected a list of items but got type "${typeName(value)}".`);
}

/** Related objects in lists are named by key alone; what can't be one is refused. */
function keyOf(value: unknown): unknown {
  if (value === null) throw new InvalidValue('Invalid pk "None" - object does not exist.');
  const isKey = typeof value === 'number' || (typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value));
  if (!isKey) throw new InvalidValue(`Incorrect type. Expected pk value, received ${typeName(value)}.`);
  return typeof value === 'string' ? value.trim() : value;
}

function acceptMany(draft: Draft, field: Field, value: unknown, context: WriteContext, references: Reference[]): void {
  const keys: string[] = [];
  const entries = entriesOf(value);
  draft.many.set(field.name, keys);
  for (const [index, one] of entries.entries()) {
    if (field.to === 'contenttypes.contenttype' || field.to === 'core.objecttype') {
      keys[index] = contentTypeId(one, context);
      continue;
    }
    const found = (key: string) => (keys[index] = key);
    if (field.shape === 'slug') {
      const missing = `Object with slug=${typeof one === 'object' ? JSON.stringify(one) : String(one)} does not exist.`;
      if (typeof one === 'object') throw new InvalidValue(missing);
      references.push({
        draft,
        field: field.name,
        to: field.to!,
        value: { slug: one },
        missing,
        unrestricted: true,
        found,
      });
    } else {
      const missing = `Invalid pk "${String(one)}" - object does not exist.`;
      references.push({ draft, field: field.name, to: field.to!, value: keyOf(one), missing, found });
    }
  }
}

function acceptTags(draft: Draft, references: Reference[]): void {
  for (const [name, part] of [
    ['tags', 'set'],
    ['add_tags', 'add'],
    ['remove_tags', 'remove'],
  ] as const) {
    if (!draft.given(name) || (name === 'tags' && !draft.model.fields.has('tags'))) continue;
    const value = draft.input[name];
    if (!Array.isArray(value)) {
      const problem = `Expected a list of items but got type "${typeName(value)}".`;
      // NetBox reads `tags` as a list of objects, whose errors have a key of their own, and the others with the object.
      if (value === null) draft.errors.set(name, ['This field may not be null.']);
      else if (name === 'tags') draft.errors.set(name, { [wholeObject]: [problem] });
      else draft.errors.add(wholeObject, problem);
      continue;
    }
    const keys: string[] = [];
    draft.tags[part] = keys;
    const empty = name === 'tags' ? value.indexOf(null) : -1;
    if (empty >= 0) draft.errors.set(name, { [empty]: ['This field may not be null.'] });
    for (const [index, one] of value.entries())
      references.push({
        draft,
        field: name,
        to: 'extras.tag',
        value: one,
        unrestricted: name !== 'tags',
        found: (key) => {
          keys[index] = key;
        },
      });
  }
  if (draft.given('tags') && (draft.given('add_tags') || draft.given('remove_tags')))
    draft.errors.add('tags', 'Cannot specify "tags" together with "add_tags" or "remove_tags".');
  if (draft.isNew && draft.given('remove_tags'))
    draft.errors.add('remove_tags', 'Cannot use "remove_tags" when creating a new object.');
}
