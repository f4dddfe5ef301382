import { schemaFault } from '#base/json-schema.ts';
import { pythonPattern } from '#base/python-pattern.ts';
import { flatChoices } from '#fields/choice-set.ts';
import { customFieldStatus, customFieldType } from '#models/extras/choices.ts';
import { type CustomFieldDefinition, choicesOf, type Labels } from '#operations/read/custom-field-definitions.ts';
import { customFieldProblem } from '#operations/write/custom-field-value.ts';
import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { dropValues, fillDefaults, renameValues } from './custom-field-data.ts';

/** Definitions of custom fields, and the values that objects store for them. */
export const customFieldRules: ModelRules = {
  prepare(drafts) {
    // Each value by itself, before the object as a whole.
    for (const draft of drafts)
      for (const problem of [nameProblem(draft), patternProblem(draft), schemaProblemOf(draft)])
        if (problem) draft.errors.add(...problem);
  },

  async validate(drafts, context) {
    const sets = await choiceSets(drafts, context);
    for (const draft of drafts) {
      const problem = first(draft, sets, context);
      if (problem) draft.errors.add(...problem);
    }
  },

  async derive(drafts, context) {
    const assigned = await assignedTypes(drafts, context);
    for (const draft of drafts) draft.notes.set(before, assigned.get(draft.key ?? '') ?? []);
  },

  async saved(drafts, context) {
    for (const draft of drafts) {
      const had = draft.notes.get(before) as readonly string[];
      const has = draft.many.get('object_types') ?? had;
      const name = draft.get('name')!;
      if (!draft.isNew && draft.changed('name'))
        await renameValues(context, { from: draft.was('name')!, to: name, types: had });
      await dropValues(context, { name, types: had.filter((type) => !has.includes(type)) });
      await fillDefaults(context, {
        name,
        value: draft.get('default'),
        types: has.filter((type) => !had.includes(type)),
      });
    }
  },

  async deleting(rows, context) {
    const types = await typesOf(
      rows.map(({ key }) => key),
      context,
    );
    for (const { key, columns } of rows)
      await dropValues(context, { name: columns.get('name')!, types: types.get(key) ?? [] });
  },
};

const before = 'object types before';

async function typesOf(keys: readonly string[], context: WriteContext): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (keys.length === 0) return found;
  const rows = await context.rows(
    'select customfield_id, contenttype_id from extras_customfield_object_types where customfield_id = any($1)',
    [`{${keys.join(',')}}`],
  );
  for (const [key, type] of rows) found.set(key!, [...(found.get(key!) ?? []), type!]);
  return found;
}

const assignedTypes = (drafts: readonly Draft[], context: WriteContext) =>
  typesOf(
    drafts.flatMap(({ isNew, key }) => (isNew ? [] : [key!])),
    context,
  );

type Problem = readonly [field: string, message: string] | undefined;
type Sets = ReadonlyMap<string, { name: string; choices: Labels }>;

async function choiceSets(drafts: readonly Draft[], context: WriteContext): Promise<Sets> {
  const keys = new Set(drafts.flatMap((draft) => draft.get('choice_set') ?? []));
  if (keys.size === 0) return new Map();
  const rows = await context.rows(
    'select id, name, base_choices, extra_choices from extras_customfieldchoiceset where id = any($1)',
    [`{${[...keys].join(',')}}`],
  );
  return new Map(
    rows.map(([id, name, base, extra]) => [
      id!,
      {
        name: name!,
        choices: choicesOf(
          context
            .reader()
            .shapes.baseChoices(base ?? null)
            ?.labels(),
          extra ?? null,
        ),
      },
    ]),
  );
}

const labelOf = (set: typeof customFieldType, value: string): string =>
  flatChoices(set).find(([one]) => one === value)?.[1] ?? value;

/** The first thing that is wrong, in NetBox's order. */
function first(draft: Draft, sets: Sets, context: WriteContext): Problem {
  return (
    typeChanged(draft) ??
    statusProblem(draft) ??
    defaultProblem(draft, sets, context) ??
    validationProblem(draft) ??
    targetProblem(draft)
  );
}

function nameProblem(draft: Draft): Problem {
  const name = draft.get('name') ?? '';
  if (!/^[a-z0-9_]+$/i.test(name)) return ['name', 'Only alphanumeric characters and underscores are allowed.'];
  return name.includes('__') ? ['name', 'Double underscores are not permitted in custom field names.'] : undefined;
}

const typeChanged = (draft: Draft): Problem =>
  !draft.isNew && draft.changed('type') ? ['type', 'Changing the type of custom fields is not supported.'] : undefined;

/** Patterns, whose values the API checks each by itself. */
function patternProblem(draft: Draft): Problem {
  try {
    pythonPattern(draft.get('validation_regex') ?? '');
  } catch {
    return ['validation_regex', `Invalid regular expression: ${draft.get('validation_regex')}`];
  }
  return undefined;
}

function schemaProblemOf(draft: Draft): Problem {
  const schema = jsonOf(draft, 'validation_schema');
  const fault = schema === null || schema === '' ? undefined : schemaFault(schema);
  return fault ? ['validation_schema', fault] : undefined;
}

function statusProblem(draft: Draft): Problem {
  const status = draft.was('status');
  if (draft.isNew || status === 'active') return undefined;
  return [
    wholeObject,
    `Custom field '${draft.get('name')}' cannot be modified while its stored data is being updated (status: ${labelOf(customFieldStatus, status ?? '').toLowerCase()}).`,
  ];
}

const jsonOf = (draft: Draft, field: string): unknown => JSON.parse(draft.get(field) ?? 'null') as unknown;
const numeric = new Set(['integer', 'decimal']);
const textual = new Set(['text', 'longtext', 'url']);
const selecting = new Set(['select', 'multiselect']);
const naming = new Set(['object', 'multiobject']);
const isSet = (value: unknown): boolean =>
  Boolean(value) && (typeof value !== 'object' || Object.keys(value as object).length > 0);

function defaultProblem(draft: Draft, sets: Sets, { settings }: WriteContext): Problem {
  const value = jsonOf(draft, 'default');
  if (value === null) return undefined;
  const type = draft.get('type')!;
  const set = sets.get(draft.get('choice_set') ?? '');
  const definition: CustomFieldDefinition = {
    name: draft.get('name')!,
    type,
    label: '',
    visible: true,
    relatedModel: undefined,
    choices: set?.choices ?? new Map(),
    choiceSet: set?.name ?? '',
    hasBase: false,
    required: draft.flag('required'),
    unique: draft.flag('unique'),
    default: value,
    minimum: draft.number('validation_minimum') ?? undefined,
    maximum: draft.number('validation_maximum') ?? undefined,
    regex: draft.get('validation_regex') ?? '',
    schema: jsonOf(draft, 'validation_schema'),
    searchWeight: 0,
    status: 'active',
  };
  const problem = customFieldProblem(
    definition,
    type === 'text' || type === 'longtext' ? String(value) : value,
    settings,
  );
  return problem ? ['default', `Invalid default value "${JSON.stringify(value)}": ${problem}`] : undefined;
}

function validationProblem(draft: Draft): Problem {
  const type = draft.get('type')!;
  for (const [field, word] of [
    ['validation_minimum', 'minimum'],
    ['validation_maximum', 'maximum'],
  ] as const)
    if (!numeric.has(type) && draft.number(field)) return [field, `A ${word} value may be set only for numeric fields`];
  if (draft.get('validation_regex') && !textual.has(type))
    return ['validation_regex', 'Regular expression validation is supported only for text and URL fields'];
  if (isSet(jsonOf(draft, 'validation_schema')) && type !== 'json')
    return ['validation_schema', 'JSON schema validation is supported only for JSON fields'];
  return draft.flag('unique') && type === 'boolean'
    ? ['unique', 'Uniqueness cannot be enforced for boolean fields']
    : undefined;
}

function targetProblem(draft: Draft): Problem {
  const type = draft.get('type')!;
  const hasSet = draft.get('choice_set') !== null;
  if (selecting.has(type) && !hasSet) return ['choice_set', 'Selection fields must specify a set of choices.'];
  if (!selecting.has(type) && hasSet) return ['choice_set', 'Choices may be set only on selection fields.'];
  const hasType = draft.get('related_object_type') !== null;
  if (naming.has(type) && !hasType) return ['related_object_type', 'Object fields must define an object type.'];
  if (!naming.has(type) && hasType)
    return ['type', `${labelOf(customFieldType, type)} fields may not define an object type.`];
  const filter = jsonOf(draft, 'related_object_filter');
  if (filter === null) return undefined;
  if (!naming.has(type))
    return ['related_object_filter', 'A related object filter can be defined only for object fields.'];
  return typeof filter === 'object' && !Array.isArray(filter)
    ? undefined
    : ['related_object_filter', 'Filter must be defined as a dictionary mapping attributes to values.'];
}
