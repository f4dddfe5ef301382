import type { Field } from '#fields/field.ts';
import type { Step } from './step.ts';

/** Comparisons that any column can take. The names are Django's where it has one, since permissions' constraints use them. */
const lookups = [
  'exact',
  'iexact',
  'contains',
  'icontains',
  'startswith',
  'istartswith',
  'endswith',
  'iendswith',
  'regex',
  'iregex',
  'gt',
  'gte',
  'lt',
  'lte',
  'in',
  'range',
  'isnull',
  'empty',
  'family',
  'host',
  'inet',
  'host__inet',
  'host__inet__lte',
  'host__inet__gte',
  'net_mask_length',
  'net_mask_length__gt',
  'net_mask_length__gte',
  'net_mask_length__lt',
  'net_mask_length__lte',
  'net_host',
  'net_in',
  'net_host_contained',
  'net_contains',
  'net_contains_or_equals',
  'net_contained',
  'net_contained_or_equal',
  'range_contains',
  'contained_by',
  'overlap',
  'len',
  'len__gt',
  'len__gte',
  'len__lt',
  'len__lte',
  'array_icontains',
  'first_column_contains',
  'has_key',
  'has_keys',
  'has_any_keys',
  'has_value',
  'net_network',
  'descendants',
  'ancestors',
] as const;

/** Parts of a date or a moment that compare by themselves: `created__year__gte`. */
export const dateParts = [
  'year',
  'iso_year',
  'quarter',
  'month',
  'week',
  'day',
  'week_day',
  'iso_week_day',
  'hour',
  'minute',
  'second',
  'date',
  'time',
] as const;
export type DatePart = (typeof dateParts)[number];
type DatePartLookup = DatePart | `${DatePart}__${'gt' | 'gte' | 'lt' | 'lte'}`;

/** How a stored value is compared with the values of a condition. */
export type Lookup = (typeof lookups)[number] | DatePartLookup;

const names: ReadonlySet<string> = new Set([
  ...lookups,
  ...dateParts.flatMap((part) => [part, ...['gt', 'gte', 'lt', 'lte'].map((order) => `${part}__${order}`)]),
]);

/** Whether the name is a lookup's. */
export const isLookup = (name: string): name is Lookup => names.has(name);

/** A value to compare with, in PostgreSQL's text form. */
export type Value = string;

/** A condition on one object of a model. Frozen; permissions and filters are combined before any SQL exists. */
export type Condition =
  | { readonly op: 'always' }
  | { readonly op: 'never' }
  | { readonly op: 'and'; readonly of: readonly Condition[] }
  | { readonly op: 'or'; readonly of: readonly Condition[] }
  /** True where the inner condition is false or unknown. */
  | { readonly op: 'not'; readonly of: Condition }
  /** Some object at the end of the step satisfies the condition. */
  | { readonly op: 'has'; readonly step: Step; readonly where: Condition }
  /** The field (the key where undefined) compares with any of the values. */
  | {
      readonly op: 'compare';
      readonly field: Field | undefined;
      readonly lookup: Lookup;
      readonly values: readonly Value[];
    }
  /** A member of a JSON column (a custom field's value) compares with any of the values. */
  | {
      readonly op: 'json';
      readonly field: Field;
      /** The keys from the column's object to the member. */
      readonly members: readonly string[];
      /** How the member is understood. */
      readonly as: JsonKind;
      readonly lookup: Lookup;
      readonly values: readonly Value[];
    }
  /** One element `<protocol>/<port>` of a list has one of the protocols and a port that satisfies every comparison. */
  | {
      readonly op: 'portMapping';
      readonly field: Field;
      /** None: any protocol. */
      readonly protocols: readonly Value[];
      readonly ports: readonly { readonly lookup: Lookup; readonly values: readonly Value[] }[];
    };

/**
 * How a member of a JSON column compares: as text; as a JSON value (numbers, booleans; the values are JSON texts); as a
 * list that holds one of the values (JSON texts).
 */
export type JsonKind = 'text' | 'value' | 'list';

/** One term of an order. Nulls stand last ascending and first descending unless said. */
export interface Order {
  readonly path: string;
  readonly descending: boolean;
  readonly nullsFirst?: boolean;
}

export const always: Condition = Object.freeze({ op: 'always' });
export const never: Condition = Object.freeze({ op: 'never' });

/** All of the conditions. */
export function and(...of: Condition[]): Condition {
  const left = of.filter(({ op }) => op !== 'always');
  if (left.some(({ op }) => op === 'never')) return never;
  return left.length === 0 ? always : left.length === 1 ? left[0]! : Object.freeze({ op: 'and', of: left });
}

/** Any of the conditions. */
export function or(...of: Condition[]): Condition {
  const left = of.filter(({ op }) => op !== 'never');
  if (left.some(({ op }) => op === 'always')) return always;
  return left.length === 0 ? never : left.length === 1 ? left[0]! : Object.freeze({ op: 'or', of: left });
}

/** The opposite, with unknown counted as false. */
export const not = (of: Condition): Condition =>
  of.op === 'always' ? never : of.op === 'never' ? always : Object.freeze({ op: 'not', of });
