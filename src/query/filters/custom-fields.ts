import type { FilterKind } from '#registry/filter.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { through } from '../compare.ts';
import type { Find } from '../find.ts';
import { resolvePath } from '../path.ts';
import { type Condition, type JsonKind, type Lookup, not, or } from '../tree.ts';
import { contentTypeCondition, stepsTo } from './condition-of.ts';
import type { Filter } from './filter.ts';
import { suffixes, suffixesOf } from './suffixes.ts';
import { isoMoment } from './values/iso-moment.ts';

/** How the values of a type of custom field are read and kept. */
interface Kept {
  readonly kind: FilterKind;
  readonly as: JsonKind;
  /** The value as the JSON column holds it: plain text, or JSON text for values and lists. */
  readonly stored?: (value: string) => string;
}

const text: Kept = { kind: 'text', as: 'text' };
const number: Kept = { kind: 'number', as: 'value' };

const types: Readonly<Record<string, Kept>> = {
  text,
  longtext: text,
  url: text,
  select: text,
  integer: number,
  object: number,
  decimal: {
    kind: 'decimal',
    as: 'value',
    stored: (value) =>
      value
        .replace(/^\+/, '')
        .replace(/\.$/, '')
        .replace(/^(-?)\./, '$10.'),
  },
  boolean: { kind: 'boolean', as: 'value' },
  date: { kind: 'date', as: 'text' },
  datetime: { kind: 'dateTime', as: 'text', stored: isoMoment },
  multiselect: { kind: 'text', as: 'list', stored: (value) => JSON.stringify(value) },
  multiobject: { kind: 'number', as: 'list' },
};

/** A filter of one custom field: how its values are read, and the condition that they make. */
export interface CustomFieldFilter {
  readonly filter: Filter;
  condition(values: readonly (string | null)[]): Condition;
}

/** The filters by name that the model's custom fields give among the names asked for (`cf_<name>`, with lookups). */
export async function customFieldFilters(
  { registry, model, find }: { registry: Registry; model: Model; find: Find },
  names: readonly string[],
): Promise<ReadonlyMap<string, CustomFieldFilter>> {
  const customField = registry.get('extras.customfield');
  const objectTypes = stepsTo(registry, resolvePath(registry, customField, 'object_types'));
  const rows = await find({
    model: customField,
    where: contentTypeCondition(objectTypes, [model.name]),
    fields: ['name', 'type', 'filter_logic'],
  });
  const known = new Map(rows.map(([name, ...facts]) => [name!, facts as [type: string, logic: string]]));
  const found = new Map<string, CustomFieldFilter>();
  for (const name of names) {
    const [, member, suffix] = /^cf_(.+?)(?:__([a-z]+))?$/.exec(name) ?? [];
    const facts = member === undefined ? undefined : known.get(member);
    if (!facts || facts[1] === 'disabled' || !types[facts[0]]) continue;
    const filter = filterFor({ name, suffix, type: facts[0], loose: facts[1] === 'loose' });
    if (filter) found.set(name, filter(model, member!));
  }
  return found;
}

function filterFor({
  name,
  suffix,
  type,
  loose,
}: {
  name: string;
  suffix: string | undefined;
  type: string;
  loose: boolean;
}): ((model: Model, member: string) => CustomFieldFilter) | undefined {
  const { kind, as, stored = (value: string) => value } = types[type]!;
  if (suffix !== undefined && !suffixesOf[kind].includes(suffix)) return undefined;
  const asked = suffix === undefined || suffix === 'empty' ? undefined : suffixes[suffix as keyof typeof suffixes];
  // Numbers of a list have no order: NetBox looks for the number among them, whichever lookup it is.
  const ordered = asked !== undefined && ['gt', 'gte', 'lt', 'lte'].includes(asked.lookup);
  const partly = loose && suffix === undefined && ['text', 'longtext', 'url'].includes(type);
  const lookup: Lookup =
    suffix === 'empty'
      ? 'empty'
      : ((as === 'list' && ordered ? 'exact' : asked?.lookup) ?? (partly ? 'icontains' : 'exact'));
  const negated = asked !== undefined && 'negated' in asked;
  const filter: Filter = {
    name,
    base: name,
    kind: suffix === 'empty' ? 'boolean' : kind,
    lookup: kind === 'text' && lookup === 'icontains' ? 'icontains' : lookup,
    negated,
    one: kind === 'boolean' || suffix === 'empty',
    path: undefined,
    to: undefined,
    by: undefined,
    behaviour: undefined,
    choices: undefined,
    nullWord: true,
    within: undefined,
    whole: false,
    any: false,
  };
  return (model, member) => {
    const field = model.fields.get('custom_fields')!;
    const compared = (which: Lookup, values: readonly string[]): Condition =>
      through([], Object.freeze({ op: 'json', field, members: [member], as, lookup: which, values }));
    return {
      filter,
      condition(values) {
        const given = values.filter((value) => value !== null);
        if (lookup === 'empty') return compared('empty', given);
        const inText = !['exact', 'gt', 'gte', 'lt', 'lte'].includes(lookup);
        const wanted = or(
          ...(given.length > 0 ? [compared(lookup, inText ? given : given.map(stored))] : []),
          ...(given.length < values.length ? [compared('isnull', ['true'])] : []),
        );
        return negated ? not(wanted) : wanted;
      },
    };
  };
}
