import { GraphQLError } from 'graphql';
import { compare } from '#query/compare.ts';
import { resolvePath } from '#query/path.ts';
import { always, and, type Condition, type DatePart, dateParts, type Lookup, never } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';

/** What is compared: the column or key at the end of the path. */
export interface Place {
  readonly registry: Registry;
  readonly model: Model;
  readonly path: string;
  /** Whether it is denied in the end. */
  readonly negated?: boolean;
}

/** What can't be known: holds of nothing, nor does its denial. */
const unknown = ({ negated = false }: Place): Condition => (negated ? Object.freeze({ op: 'not', of: never }) : never);

/** GraphQL's names of lookups to the query tree's. */
export const lookupNames: Readonly<Record<string, Lookup>> = {
  exact: 'exact',
  i_exact: 'iexact',
  contains: 'contains',
  i_contains: 'icontains',
  starts_with: 'startswith',
  i_starts_with: 'istartswith',
  ends_with: 'endswith',
  i_ends_with: 'iendswith',
  regex: 'regex',
  i_regex: 'iregex',
  gt: 'gt',
  gte: 'gte',
  lt: 'lt',
  lte: 'lte',
  in_list: 'in',
  is_null: 'isnull',
  // Arrays
  contained_by: 'contained_by',
  overlap: 'overlap',
  length: 'len',
};

const ordered = new Set<Lookup>(['exact', 'gt', 'gte', 'lt', 'lte', 'in']);

/** The condition that a lookup's members make, all of which must hold. Members that are null say nothing. */
export function lookupCondition(place: Place, value: unknown): Condition {
  if (typeof value !== 'object' || value === null) return compared(place, 'exact', [value]);
  return and(...Object.entries(value).map(([name, given]) => member(place, name, given)));
}

function member(place: Place, name: string, value: unknown): Condition {
  if (value === null || value === undefined) return always;
  switch (name) {
    // A lookup in another's place
    case 'filter_lookup':
    case 'comparison_lookup':
      return lookupCondition(place, value);
    case 'range':
    case 'range_lookup':
      return rangeCondition(place, value as { start?: unknown; end?: unknown });
  }
  if (name === 'exact' && typeof value === 'object') return lookupCondition(place, value);
  if (isDatePart(name)) return datePartCondition(place, name, value as Readonly<Record<string, unknown>>);
  const lookup = lookupNames[name];
  if (!lookup) throw new GraphQLError(`The lookup ${name} is not supported.`);
  const field = fieldAt(place);
  const type = field?.kind.columnType(field) ?? '';
  if (name === 'contains' && type.startsWith('int4range')) return compared(place, 'range_contains', [value]);
  // Lookups of lookups, which the schema has in a few places: no value is like one.
  if (Array.isArray(value) && value.some((one) => typeof one === 'object')) return never;
  // A list of pairs, of which the first is the value that the second labels
  if (name === 'contains' && type.endsWith('[]') && !Array.isArray(value))
    return compared(place, 'first_column_contains', [value]);
  // A pattern in a truth is looked for as NetBox spells it, which no stored `true` is like.
  if (typeof value === 'boolean' && patterns.has(lookup)) return compared(place, lookup, [value ? 'True' : 'False']);
  // So is a whole number in a decimal, which NetBox spells with a point.
  if (Number.isInteger(value) && patterns.has(lookup) && type.startsWith('numeric'))
    return compared(place, lookup, [(value as number).toFixed(1)]);
  return compared(place, lookup, Array.isArray(value) ? value : [value]);
}

const patterns: ReadonlySet<string> = new Set(
  ['contains', 'startswith', 'endswith', 'regex'].flatMap((name) => [name, `i${name}`]),
);

/** From the start to the end; a range that lacks one of them holds nothing, as in NetBox. */
function rangeCondition(place: Place, { start, end }: { start?: unknown; end?: unknown }): Condition {
  if (start == null || end == null) return unknown(place);
  return and(compared(place, 'gte', [start]), compared(place, 'lte', [end]));
}

const isDatePart = (name: string): name is DatePart => (dateParts as readonly string[]).includes(name);

function datePartCondition(place: Place, part: DatePart, value: Readonly<Record<string, unknown>>): Condition {
  return and(
    ...Object.entries(value).map(([name, given]): Condition => {
      if (given == null) return always;
      switch (name) {
        case 'exact':
        case 'in_list':
          return compared(place, part, Array.isArray(given) ? given : [given]);
        case 'gt':
        case 'gte':
        case 'lt':
        case 'lte':
          return compared(place, `${part}__${name}`, [given]);
        case 'range': {
          const { start, end } = given as { start?: unknown; end?: unknown };
          if (start == null || end == null) return unknown(place);
          return and(compared(place, `${part}__gte`, [start]), compared(place, `${part}__lte`, [end]));
        }
        default:
          return compared(place, 'isnull', [given]);
      }
    }),
  );
}

const fieldAt = ({ registry, model, path }: Place) => resolvePath(registry, model, path).field;

/** Compares with values of any type. Throws for a null character, and where a number is asked for and none is given. */
export function compared(place: Place, lookup: Lookup, values: readonly unknown[]): Condition {
  const texts = values.map(String);
  const name = place.path.split('.').at(-1);
  if (texts.some((text) => text.includes('\0')))
    throw new GraphQLError(`Field '${name}': null characters are not allowed.`);
  if (ordered.has(lookup)) {
    const field = fieldAt(place);
    const type = field?.kind.columnType(field) ?? 'bigint';
    const wrong = /^(bigint|integer|smallint)$/.test(type) && texts.find((text) => !/^-?\d+$/.test(text));
    if (wrong !== false && wrong !== undefined)
      throw new GraphQLError(`Field '${name}' expected a number but got '${wrong}'.`);
  }
  return compare(place, lookup, texts);
}
