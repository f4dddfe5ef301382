import { type ChoiceSet, flatChoices } from '#fields/choice-set.ts';
import type { FilterDeclaration, FilterKind } from '#registry/filter.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { resolvePath } from '../path.ts';
import { isLookup, type Lookup } from '../tree.ts';
import { declarationsOf } from './declarations.ts';
import type { Filter } from './filter.ts';
import { suffixes, suffixesOf } from './suffixes.ts';

const known = new WeakMap<Registry, Map<string, ReadonlyMap<string, Filter>>>();

/**
 * Every query parameter that filters a list of the model, lookups included; custom fields' (`cf_…`) are not among
 * them, since they live in the database. Throws an Error naming `<app>.<model>.<filter>` where a declaration is wrong.
 */
export function filtersOf(registry: Registry, model: Model): ReadonlyMap<string, Filter> {
  const models = known.get(registry) ?? new Map<string, ReadonlyMap<string, Filter>>();
  known.set(registry, models);
  const found = models.get(model.name);
  if (found) return found;
  const filters = new Map<string, Filter>();
  for (const [name, declaration] of declarationsOf(registry, model))
    for (const filter of withSuffixes(baseFilter(registry, { model, name, declaration }), declaration))
      filters.set(filter.name, Object.freeze(filter));
  models.set(model.name, filters);
  return filters;
}

const single: readonly FilterKind[] = [
  'boolean',
  'choice',
  'single',
  'uuid',
  'search',
  'numericArray',
  'duration',
  'dateTimeRange',
];

function baseFilter(
  registry: Registry,
  { model, name, declaration }: { model: Model; name: string; declaration: FilterDeclaration },
): Filter {
  const { kind, path: text, by, behaviour, within, whole = false } = declaration;
  const lookup = declaration.lookup ?? 'exact';
  if (!isLookup(lookup)) throw new Error(`${model.name}.${name}: no lookup is called ${lookup}`);
  const path = text === undefined ? undefined : resolvePath(registry, model, text);
  const target = declaration.to ?? path?.field?.to ?? path?.model.name;
  return {
    name,
    base: name,
    kind,
    lookup,
    // Asked as `cabled`: whether there is one.
    negated: lookup === 'isnull',
    one: declaration.one ?? single.includes(kind),
    path,
    to: target === undefined ? undefined : registry.get(target),
    by,
    behaviour,
    choices: choicesOf(declaration.choices ?? path?.field?.choices),
    nullWord: declaration.nullWord ?? true,
    within,
    whole,
    any: false,
  };
}

const choicesOf = (set: ChoiceSet | undefined): readonly (string | number)[] | undefined =>
  set && flatChoices(set).map(([value]) => value);

function withSuffixes(base: Filter, { lookups }: FilterDeclaration): Filter[] {
  const own = base.behaviour || base.lookup === 'isnull' ? [] : suffixesOf[base.kind];
  const names = lookups === false ? [] : (lookups ?? own);
  return [base, ...names.map((suffix) => derived(base, suffix))];
}

/** Kinds whose lookups are compared in a text: which form the value then takes. */
function derived(base: Filter, suffix: string): Filter {
  const filter: Filter = { ...base, name: `${base.name}__${suffix}` };
  if (suffix === 'any') return { ...filter, any: true };
  if (suffix === 'empty') return { ...filter, kind: 'boolean', one: true, lookup: emptiness(base) };
  const { lookup, negated = false } = suffixes[suffix as keyof typeof suffixes] as {
    lookup: Lookup;
    negated?: boolean;
  };
  if (suffix === 'n') return { ...filter, negated: true, lookup };
  if (base.lookup === 'net_mask_length')
    return { ...filter, one: true, lookup: `net_mask_length__${lookup}` as Lookup };
  if (base.kind !== 'choice') return { ...filter, lookup, negated };
  return { ...filter, kind: isInteger(base) ? 'number' : 'text', one: false, choices: undefined, lookup, negated };
}

const isInteger = ({ path }: Filter): boolean =>
  path?.field !== undefined && ['integer', 'bigint', 'smallint'].includes(path.field.kind.columnType(path.field) ?? '');

const emptiness = ({ kind }: Filter): Lookup =>
  kind === 'text' || kind === 'choice' || kind === 'multipleChoice' ? 'empty' : 'isnull';
