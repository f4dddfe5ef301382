import type { FullField, FullForm } from '../forms/full-form.ts';
import { text } from '../texts/text.ts';

/** A field of the form for many objects. */
export type EditField = FullField & {
  /** Whether it may be emptied for all of them. */
  readonly emptied: boolean;
};

export interface EditGroup {
  readonly label: string;
  readonly fields: readonly EditField[];
}

/** What holds a value or null, never an empty text or list. */
const nullOnly = new Set([
  'choice',
  'date',
  'dateTime',
  'decimal',
  'generic',
  'number',
  'objectType',
  'position',
  'relation',
]);

/** What no two objects have in common, or what cannot be given for many at once. */
const single = new Set(['slug', 'image', 'password', 'portMappings', 'portPositions', 'terminations']);

/**
 * The fields that many objects may be given together, in the groups of their form: neither what names an object nor
 * files; tags are added and taken away; a truth may also be left alone.
 */
export function editFields(form: FullForm, identity: string | undefined): readonly EditGroup[] {
  const used = (field: FullField) =>
    !single.has(field.widget) &&
    field.only !== 'create' &&
    !field.fixed &&
    field.name !== identity &&
    field.name !== form.pattern;
  const byName = new Map(form.fields.filter(used).map((field) => [field.name, field]));
  const groups = form.groups.map(({ label, fields }) => ({
    label,
    fields: fields.flat().flatMap((name): EditField[] => {
      const field = byName.get(name);
      return field ? forMany(field) : [];
    }),
  }));
  return groups.filter(({ fields }) => fields.length > 0);
}

function forMany(field: FullField): EditField[] {
  const { required: _, default: __, when: ___, ...rest } = field;
  // What may no longer be given can still be taken away.
  const { pick: ____, ...any } = rest;
  if (field.widget === 'tags')
    return [
      { ...rest, name: 'add_tags', label: text('bulk.addTags'), emptied: false },
      { ...any, name: 'remove_tags', label: text('bulk.removeTags'), emptied: false },
    ];
  if (field.widget === 'boolean') return [{ ...rest, widget: 'triState', emptied: false } as EditField];
  return [
    {
      ...rest,
      emptied: !field.narrows && (field.nullable === true || (!field.required && !nullOnly.has(field.widget))),
    },
  ];
}
