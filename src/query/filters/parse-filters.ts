import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { type ConstraintValue, conditionOf as constraint } from '../constraint.ts';
import type { Find } from '../find.ts';
import { always, and, type Condition, not } from '../tree.ts';
import type { Behaviours } from './behaviour.ts';
import { conditionOf } from './condition-of.ts';
import { type CustomFieldFilter, customFieldFilters } from './custom-fields.ts';
import type { Filter } from './filter.ts';
import { filtersOf } from './filters-of.ts';
import { quickSearch } from './quick-search.ts';
import { readRelated } from './related.ts';
import { withSavedFilters } from './saved-filters.ts';
import { readValues } from './values/read-values.ts';
import type { Reading } from './values/reading.ts';

/** What a list's query parameters are understood with. */
export interface FilterRequest {
  readonly registry: Registry;
  readonly model: Model;
  readonly query: URLSearchParams;
  readonly find: Find;
  readonly behaviours: Behaviours;
  /** NetBox's TIME_ZONE: where times without a zone are. */
  readonly timeZone: string;
  readonly userId: string | undefined;
}

/** Texts by the parameter that they are about. */
export type FilterErrors = Readonly<Record<string, readonly string[]>>;

/** Either the condition that all parameters make together, or what is wrong with which of them. */
export type ParsedFilters = { readonly condition: Condition } | { readonly errors: FilterErrors };

interface Read {
  readonly name: string;
  readonly filter: Filter;
  readonly reading: Reading;
  readonly custom?: CustomFieldFilter;
}

/**
 * Reads a list's query parameters. Unknown ones are ignored. Values that name objects are looked up side by side:
 * one statement a filter, none where no filter names any.
 */
export async function parseFilters(request: FilterRequest): Promise<ParsedFilters> {
  const { registry, model } = request;
  if ([...request.query.keys()].length === 0) return { condition: always };

  // ---- What is asked
  const query = await withSavedFilters(request.query, request);
  const known = filtersOf(registry, model);
  const names = [...new Set(query.keys())];
  const customNames = model.fields.has('custom_fields') ? names.filter((name) => name.startsWith('cf_')) : [];
  const custom = customNames.length > 0 ? await customFieldFilters(request, customNames) : undefined;

  // ---- Values
  const reads = (
    await Promise.all(
      names.map((name): Promise<Read> | Read | undefined => {
        const texts = query.getAll(name);
        const ofCustomField = custom?.get(name);
        const filter = ofCustomField?.filter ?? known.get(name) ?? rangeEnd(known, name);
        if (!filter || (filter.kind === 'dateTimeRange' && filter.name === name)) return undefined;
        const read = (reading: Reading): Read => ({
          name,
          filter,
          reading,
          ...(ofCustomField ? { custom: ofCustomField } : {}),
        });
        if (namesObjects(filter)) return readRelated(filter, texts, request.find).then(read);
        return read(readValues(filter, texts, request));
      }),
    )
  ).filter((read) => read !== undefined);

  // ---- Mistakes
  const errors: Record<string, string[]> = {};
  for (const { filter, reading } of reads)
    if (reading.kind === 'mistake') errors[filter.name] = [...(errors[filter.name] ?? []), reading.text];
  if (Object.keys(errors).length > 0) return { errors };

  // ---- Conditions
  const given = (name: string) => {
    const reading = reads.find((read) => read.name === name)?.reading;
    return reading?.kind === 'values' ? reading.values : [];
  };
  const conditions = await Promise.all(
    reads.map(({ filter, reading, custom: ofCustomField }) => {
      if (reading.kind !== 'values') return always;
      const { values } = reading;
      if (ofCustomField) return ofCustomField.condition(values);
      if (filter.kind === 'search') return quickSearch(registry, model, values[0]!);
      if (filter.behaviour !== undefined) return behave(request, { filter, values, given });
      return conditionOf(registry, filter, values);
    }),
  );
  return { condition: and(...conditions, ...memberConditions(request, query, names)) };
}

const namesObjects = ({ kind }: Filter): boolean => ['related', 'tree', 'tag', 'tagId', 'single'].includes(kind);

async function behave(
  { registry, model, find, behaviours, userId }: FilterRequest,
  {
    filter,
    values,
    given,
  }: Pick<Read, 'filter'> & { values: readonly (string | null)[]; given(name: string): readonly (string | null)[] },
): Promise<Condition> {
  const condition = await behaviours[filter.behaviour!]!({ registry, model, filter, values, given, find, userId });
  return filter.negated ? not(condition) : condition;
}

/** `time_after` and `time_before`: both ends of the range filter `time`, under whose name mistakes are told. */
function rangeEnd(known: ReadonlyMap<string, Filter>, name: string): Filter | undefined {
  const [, base, end] = /^(.+)_(after|before)$/.exec(name) ?? [];
  const filter = base === undefined ? undefined : known.get(base);
  if (filter?.kind !== 'dateTimeRange') return undefined;
  return { ...filter, lookup: end === 'after' ? 'gte' : 'lte' };
}

/** Parameters that name a member of a JSON column by the column's prefix (`attr_speed__gt`); the last value counts. */
function memberConditions({ registry, model }: FilterRequest, query: URLSearchParams, names: string[]): Condition[] {
  return [...model.fields.values()].flatMap((field) => {
    const prefix = field.filter ? field.filter.prefix : undefined;
    if (prefix === undefined) return [];
    return names
      .filter((name) => name.startsWith(prefix) && name.length > prefix.length)
      .map((name) => {
        const term = `${field.name}__${name.slice(prefix.length)}`;
        return constraint(registry, model, term, jsonOrText(query.getAll(name).at(-1)!));
      });
  });
}

function jsonOrText(text: string): ConstraintValue {
  try {
    return JSON.parse(text) as ConstraintValue;
  } catch {
    return text;
  }
}
