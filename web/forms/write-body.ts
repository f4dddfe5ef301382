import type { FullField, FullForm } from './full-form.ts';
import { fieldOf, type Held, isUnset, same } from './held-values.ts';
import { isShown } from './shown-fields.ts';

export interface Body {
  readonly json: Readonly<Record<string, unknown>>;
  /** Files to be sent beside, by field. */
  readonly files: Readonly<Record<string, File>>;
}

/** What a new object is made of: everything that is held. */
export function bodyOfNew(form: FullForm, held: Held): Body {
  return bodyOf(form, held, (field) => {
    if (field.fixed || !isShown(form, field, { held, isNew: true })) return false;
    return field.widget === 'boolean' || !isUnset(field, held[field.name]);
  });
}

/** What is changed: fields that hold something else than before; what no longer applies is emptied. */
export function bodyOfChange(form: FullForm, held: Held, before: Held): Body {
  const effective: Record<string, unknown> = { ...held };
  for (const field of form.fields)
    if (field.when && field.nullable && !isShown(form, field, { held, isNew: false }))
      effective[field.name] = fieldOf(field).empty;
  return bodyOf(
    form,
    effective,
    ({ name, fixed, only }) => !fixed && only !== 'create' && !same(effective[name], before[name]),
  );
}

/** What the fields that are given hold; what isn't stored with the object is left out. */
export function bodyOf(form: Pick<FullForm, 'fields'>, held: Held, isGiven: (field: FullField) => boolean): Body {
  const json: Record<string, unknown> = {};
  const files: Record<string, File> = {};
  const custom: Record<string, unknown> = {};
  for (const field of form.fields.filter((one) => !one.narrows && !one.extra && isGiven(one))) {
    const value = held[field.name];
    if (value instanceof File) files[field.name] = value;
    else if (field.widget === 'generic' && field.generic) {
      const { type, object } = value as { type: string; object: { id: number } | null };
      json[field.generic.type] = type || null;
      json[field.generic.id] = object?.id ?? null;
    } else if (field.custom !== undefined) custom[field.custom] = written(field, value);
    else json[field.name] = written(field, value);
  }
  if (Object.keys(custom).length > 0) json.custom_fields = custom;
  return { json, files };
}

const lists = new Set([
  'actions',
  'choices',
  'numbers',
  'objectTypes',
  'portMappings',
  'portPositions',
  'ranges',
  'relations',
  'tags',
  'texts',
  'choicePairs',
]);

function written(field: FullField, value: unknown): unknown {
  if (field.widget !== 'boolean' && isUnset(field, value)) {
    if (lists.has(field.widget) && field.custom === undefined) return [];
    return field.nullable || ['constraints', 'json', 'image'].includes(field.widget) ? null : '';
  }
  return fieldOf(field).write(
    typeof value === 'string' && field.widget !== 'markdown' ? value.trim() : value,
    field as never,
  );
}
