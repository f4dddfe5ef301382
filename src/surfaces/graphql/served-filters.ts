import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { columnOf } from '#registry/registry.ts';
import { enumName } from './enums.ts';
import { factsOf } from './facts.ts';
import { filterName } from './names.ts';
import { tokensOf } from './tokens.ts';

/** A field of a model's filter, before any type object exists. */
export interface ServedFilter {
  readonly name: string;
  /** A path of the model, or a behaviour and the paths it is about: `within(prefix)`. */
  readonly source: string;
  /** In GraphQL's spelling. */
  readonly type: string;
}

type Served = readonly [name: string, filter: Omit<ServedFilter, 'name'>];

const filter = (name: string, type: string, source = name): Served => [name, { source, type }];

/** The lookups of a field by the name of its kind. */
const lookups: Readonly<Record<string, string | ((field: Field) => string)>> = {
  boolean: 'BoolFilterLookup',
  choice: ({ choices }) => `${enumName(choices!)}BaseFilterLookup`,
  color: 'ColorEnumBaseFilterLookup',
  counter: 'IntFilterLookup',
  date: 'DateFilterLookup',
  dateTime: 'DatetimeFilterLookup',
  decimal: 'FloatLookup',
  email: 'StrFilterLookup',
  integer: ({ bits }) => (bits === 64 ? 'BigIntegerLookup' : 'IntegerLookup'),
  ipAddress: 'StrFilterLookup',
  ipNetwork: 'StrFilterLookup',
  json: 'JSONFilter',
  longText: 'StrFilterLookup',
  macAddress: 'StrFilterLookup',
  numberChoice: ({ choices }) => `${enumName(choices!)}BaseFilterLookup`,
  slug: 'StrFilterLookup',
  text: 'StrFilterLookup',
  timeZone: 'StrFilterLookup',
  url: 'StrFilterLookup',
  uuid: 'StrFilterLookup',
  wwn: 'StrFilterLookup',
};

/** The fields of the model's filter: what fields and features give, then what the model's file says. */
export function servedFilters(registry: Registry, model: Model): ReadonlyMap<string, ServedFilter> {
  const served = new Map<string, Omit<ServedFilter, 'name'>>([
    ...(model.key === 'none' ? [] : [filter('id', 'IDComparisonFilterLookup')]),
    ...[...model.fields.values()].flatMap((field) => fromField(registry, model, field)),
    ...featureFilters(model),
  ]);
  for (const { name, removed, source, type } of tokensOf(factsOf(model).filters)) {
    const known = served.get(name);
    if (removed) {
      if (!served.delete(name)) throw new Error(`${model.name}: GraphQL has no filter ${name} to take away`);
      continue;
    }
    const stated = type ?? known?.type;
    if (!stated) throw new Error(`${model.name}: GraphQL's filter ${name} has no type`);
    served.set(name, { source: source ?? known?.source ?? name, type: stated });
  }
  return new Map([...served].map(([name, one]) => [name, { name, ...one }]));
}

function featureFilters({ features = [], fields }: Model): Served[] {
  const tenant = fields.get('tenant');
  return [
    ...(features.includes('contacts') ? [filter('contacts', 'ContactAssignmentFilter')] : []),
    ...(features.includes('imageAttachments') ? [filter('images', 'ImageAttachmentFilter')] : []),
    ...(features.includes('journaling') ? [filter('journal_entries', 'JournalEntryFilter')] : []),
    ...(tenant?.to === 'tenancy.tenant'
      ? [
          filter('tenant_group', 'TenantGroupFilter', 'tenant.group'),
          filter('tenant_group_id', 'TreeNodeFilter', 'tenant.group'),
        ]
      : []),
  ];
}

const hidden = new Set(['binary', 'naturalOrder', 'sortPath', 'treePath', 'array', 'image']);

function fromField(registry: Registry, model: Model, field: Field): Served[] {
  const name = field.source ?? field.name;
  const kind = field.kind.name;
  if (hidden.has(kind)) return [];
  if (kind === 'customFields') return [filter('custom_field_data', 'JSONFilter', field.name)];
  if (kind === 'tags') return [filter(name, 'TagFilter', field.name)];
  const target = field.to ? registry.find(field.to) : undefined;
  if (target?.graphql === false) return [];
  if (kind === 'manyToMany' || kind === 'genericReverse')
    return field.rest === false && kind === 'manyToMany' ? [] : [filter(name, filterName(target!), field.name)];
  if (kind === 'contentType') return [filter(name, 'ContentTypeFilter', field.name)];
  if (kind === 'foreignKey' || kind === 'oneToOne') {
    if (field.to === 'users.owner') return [];
    if (field.name.startsWith('_')) {
      const bare = field.name.slice(1);
      return model.fields.has(bare) ? [] : [filter(bare, filterName(target!), field.name)];
    }
    return [filter(name, filterName(target!), field.name), filter(`${name}_id`, 'ID', field.name)];
  }
  if (field.name.startsWith('_') || !columnOf(field)) return [];
  if (isGenericKey(model, field)) return [filter(name, 'ID', field.name)];
  const lookup = lookups[kind];
  if (!lookup) return [];
  return [filter(name, typeof lookup === 'function' ? lookup(field) : lookup, field.name)];
}

const isGenericKey = (model: Model, { name }: Field): boolean =>
  [...model.fields.values()].some(({ kind, idField }) => kind.name === 'generic' && idField === name);
