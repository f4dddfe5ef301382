import type { Settings } from '#base/settings.ts';
import { InvalidValue } from '#fields/parse.ts';
import type { CustomFieldDefinition } from '#operations/read/custom-field-definitions.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import { customFieldProblem } from './custom-field-value.ts';
import type { Draft } from './draft.ts';
import { wholeObject } from './field-errors.ts';
import type { Reference } from './references.ts';
import type { WriteContext } from './write-context.ts';

type Data = Record<string, unknown>;

/** Takes the request's custom field values; they are looked up and merged once the definitions are known. */
export function acceptCustomFields(draft: Draft, value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new InvalidValue(
      'Invalid data format. Custom field data must be passed as a dictionary mapping field names to their values.',
    );
  draft.notes.set(given, { ...value });
}

const given = 'custom fields';
const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Objects that custom field values name by attributes or key; unknown names are errors of the field. */
export async function customFieldReferences(
  context: WriteContext,
  model: Model,
  drafts: readonly Draft[],
): Promise<Reference[]> {
  const asking = drafts.filter((draft) => draft.notes.has(given));
  if (asking.length === 0) return [];
  const definitions = new Map((await context.reader().customFields(model.name)).map((one) => [one.name, one]));
  return asking.flatMap((draft) => {
    const values = draft.notes.get(given) as Data;
    const unknown = Object.keys(values).filter((name) => definitions.get(name)?.status !== 'active');
    if (unknown.length > 0) {
      draft.errors.set(
        'custom_fields',
        Object.fromEntries(
          unknown.sort().map((name) => [name, [`Custom field '${name}' does not exist for this object type.`]]),
        ),
      );
      return [];
    }
    for (const [name, value] of Object.entries(values))
      if (definitions.get(name)!.type === 'url' && typeof value === 'string') values[name] = absolute(value);
    return Object.entries(values).flatMap(([name, value]) => references(draft, definitions.get(name)!, values, value));
  });
}

/** An address without a scheme is one of the web, over TLS; one without a host begins with it (Django's URLField). */
function absolute(value: string): string {
  const text = value.trim();
  if (text === '') return value;
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(text) ?? [undefined, 'https', text];
  return `${scheme!.toLowerCase()}:${rest!.startsWith('//') ? '' : '//'}${rest}`;
}

function references(draft: Draft, { name, type, relatedModel }: CustomFieldDefinition, values: Data, value: unknown) {
  if (isEmpty(value) || !relatedModel) return [];
  const reference = (one: unknown, found: (key: string) => void): Reference => ({
    draft,
    field: 'custom_fields',
    to: relatedModel,
    value: one,
    found,
  });
  if (type === 'object') return [reference(value, (key) => (values[name] = Number(key)))];
  if (type !== 'multiobject') return [];
  if (!Array.isArray(value)) {
    draft.errors.add(
      'custom_fields',
      `Unknown related object(s): ${typeof value === 'object' ? JSON.stringify(value) : value}`,
    );
    return [];
  }
  const keys: number[] = [];
  values[name] = keys;
  return value.map((one, index) => reference(one, (key) => (keys[index] = Number(key))));
}

/**
 * Merges values into what is stored, gives new objects the defaults, drops what belongs to no field any more, and checks
 * every value: one statement a model for the definitions, one a unique field.
 */
export async function checkCustomFields(context: WriteContext, model: Model, drafts: readonly Draft[]): Promise<void> {
  if (!model.fields.has('custom_fields') || drafts.length === 0) return;
  const all = await context.reader().customFields(model.name);
  const active = all.filter(({ status }) => status === 'active');
  const names = new Set(all.map(({ name }) => name));
  for (const draft of drafts) {
    const stored = JSON.parse(draft.get('custom_fields') ?? '{}') as Data;
    const values = (draft.notes.get(given) as Data | undefined) ?? {};
    // Missing fields take their default before they are checked only where an object is new and says nothing of any.
    const merged: Data = {};
    if (draft.isNew && !draft.notes.has(given)) for (const one of all) merged[one.name] = one.default;
    for (const [name, value] of Object.entries({ ...stored, ...values })) if (names.has(name)) merged[name] = value;
    check(draft, { definitions: active, data: merged, stored, settings: context.settings });
    // Once they are checked, those that have a default take it, and the others stay unsaid.
    for (const one of all) if (!(one.name in merged) && one.default !== null) merged[one.name] = one.default;
    draft.set('custom_fields', JSON.stringify(merged));
    draft.notes.set(result, merged);
  }
  for (const definition of active) if (definition.unique) await checkUnique(context, model, definition, drafts);
}

const result = 'custom field data';

function check(
  draft: Draft,
  {
    definitions,
    data,
    stored,
    settings,
  }: { definitions: readonly CustomFieldDefinition[]; data: Data; stored: Data; settings: Settings },
): void {
  for (const definition of definitions) {
    const { name, required, hasBase } = definition;
    // What NetBox took from its own list stays, whether or not ours has it.
    if (hasBase && !isEmpty(data[name] ?? null) && JSON.stringify(data[name]) === JSON.stringify(stored[name]))
      continue;
    if (!(name in data)) {
      if (!required) continue;
      draft.errors.add(wholeObject, `Missing required custom field '${name}'.`);
      return;
    }
    const problem = customFieldProblem(definition, data[name], settings);
    if (!problem) continue;
    draft.errors.add(wholeObject, `Invalid value for custom field '${name}': ${problem}`);
    return;
  }
}

async function checkUnique(
  context: WriteContext,
  model: Model,
  { name }: CustomFieldDefinition,
  drafts: readonly Draft[],
): Promise<void> {
  const column = 'custom_field_data';
  const asking = drafts.filter(
    (draft) => !draft.errors.any && !isEmpty((draft.notes.get(result) as Data)[name] ?? null),
  );
  if (asking.length === 0) return;
  const key = keyColumn(model);
  const rows = await context.rows(
    `select t.${key}, t.${column} -> $1 from "${model.table}" t where t.${column} -> $1 = any($2::jsonb[])`,
    [
      name,
      `{${asking.map((draft) => JSON.stringify(JSON.stringify((draft.notes.get(result) as Data)[name]))).join(',')}}`,
    ],
  );
  // Objects are judged one after the other: those before count as they will be, those after as they are.
  const holders = new Map<string, Set<string>>();
  for (const [holder, value] of rows) {
    const text = JSON.stringify(JSON.parse(value!));
    holders.set(text, (holders.get(text) ?? new Set()).add(holder!));
  }
  for (const draft of drafts) {
    const own = draft.key ?? `new ${draft.position}`;
    const value = JSON.stringify((draft.notes.get(result) as Data)[name]);
    const others = [...(holders.get(value) ?? [])].filter((holder) => holder !== own);
    if (asking.includes(draft) && others.length > 0)
      draft.errors.add(wholeObject, `Custom field '${name}' must have a unique value.`);
    if (draft.errors.any) continue;
    for (const some of holders.values()) some.delete(own);
    holders.set(value, (holders.get(value) ?? new Set()).add(own));
  }
}
