import type { Model } from '#registry/model.ts';
import type { FormFieldMeta, FormGroupMeta } from '../form-contract.ts';
import { formTopics } from './form-topics.ts';

/** Shown in places of their own, below the groups. */
const apart = new Set(['comments', 'custom_fields']);

/** The fewest fields that make a group of a topic worth having, and the fewest fields of a form that is parted. */
const least = 2;
const few = 10;

/** The form's fields in groups: as the model says, and what it doesn't say by topic. */
export function formGroups(model: Model, given: readonly FormFieldMeta[]): FormGroupMeta[] {
  const names = given.flatMap(({ name, narrows }) => (apart.has(name) || narrows ? [] : [name]));
  const groups = new Map<string, (string | string[])[]>();
  for (const [label, line] of Object.entries(model.form ?? {})) groups.set(label, parse(model, line, names));
  const placed = new Set([...groups.values()].flat(2));
  const left = names.filter((name) => !placed.has(name));
  const topics = formTopics
    .map(({ label, fields }) => ({ label, fields: fields.filter((name) => left.includes(name)) }))
    .filter(({ label, fields }) => groups.has(label) || (fields.length >= least && names.length >= few));
  for (const { label, fields } of topics) groups.set(label, [...(groups.get(label) ?? []), ...fields]);
  const parted = new Set(topics.flatMap(({ fields }) => fields));
  const own = left.filter((name) => !parted.has(name));
  const first = [...(groups.get('') ?? []), ...own];
  const main = first.toSorted((a, b) => last.indexOf(String(a)) - last.indexOf(String(b)));
  // The model's own group comes first, unless the model names it later.
  const all = groups.has('') ? groups.set('', main) : new Map([['', main], ...groups]);
  return [...all]
    .map(([label, fields]) => ({ label: label || model.label, fields: withNarrowers(fields, given) }))
    .filter(({ fields }) => fields.length > 0);
}

/** What every object has comes after what is its own; the rest keeps its order. */
const last = ['description', 'tags', 'owner'];

/** Each field behind those that narrow it: the first of several that one narrows. */
function withNarrowers(
  fields: readonly (string | readonly string[])[],
  given: readonly FormFieldMeta[],
): FormGroupMeta['fields'] {
  const placed = new Set<string>();
  return fields.flatMap((entry) => {
    const picks = [entry].flat().flatMap((name) => given.find((one) => one.name === name)?.pick ?? []);
    const before = given.filter(
      ({ name, narrows }) => narrows && !placed.has(name) && picks.some(({ field }) => field === name),
    );
    for (const { name } of before) placed.add(name);
    return [...before.map(({ name }) => name), entry];
  });
}

/** `device_type|module_type name` → `[['device_type', 'module_type'], 'name']`. Throws where no field is called so. */
function parse(model: Model, line: string, names: readonly string[]): (string | string[])[] {
  return line
    .split(/\s+/)
    .filter(Boolean)
    .map((token) => {
      const parts = token.split('|');
      for (const part of parts)
        if (!names.includes(part)) throw new Error(`${model.name}.form names ${part}, which its form doesn't have`);
      return parts.length > 1 ? parts : token;
    });
}
