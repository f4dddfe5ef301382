import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { through } from './compare.ts';
import { resolvePath } from './path.ts';
import type { Path } from './step.ts';
import { type Condition, isLookup, type JsonKind, type Lookup, not, type Value } from './tree.ts';

/** A value of an object permission's constraint, as its JSON gives it. */
export type ConstraintValue = string | number | boolean | null | readonly unknown[] | Readonly<Record<string, unknown>>;

/**
 * One term of an object permission's constraints as a condition: `site__name__in`, `tags__name`,
 * `custom_field_data__owner__istartswith`, and the value that JSON gives. Throws an Error naming the term where it
 * leads nowhere.
 */
export function conditionOf(registry: Registry, model: Model, term: string, value: ConstraintValue): Condition {
  const names = term.split('__');
  for (let length = names.length; length > 0; length--) {
    const path = pathTo(registry, model, names.slice(0, length).join('.'));
    if (!path) continue;
    const rest = names.slice(length);
    const wholly = rest.length < 2 && isLookup(rest[0] ?? 'exact');
    if (path.field && isJson(path.field) && !wholly) return memberCondition(path, rest, value);
    const lookup = rest.join('__') || 'exact';
    if (isLookup(lookup)) return pathCondition(path, lookup, value);
  }
  throw new Error(`${model.name}: the constraint ${term} leads nowhere`);
}

const isJson = (field: Field): boolean => field.kind.columnType(field) === 'jsonb';

function pathTo(registry: Registry, model: Model, path: string): Path | undefined {
  try {
    return resolvePath(registry, model, path);
  } catch {
    return undefined;
  }
}

function pathCondition({ steps, field }: Path, lookup: Lookup, value: ConstraintValue): Condition {
  const compared = (which: Lookup, values: readonly Value[]): Condition =>
    through(steps, Object.freeze({ op: 'compare', field, lookup: which, values }));
  if (value === null || lookup === 'isnull') {
    const isNull = value === null || isTrue(value);
    // No object at the end of the path is as good as a null in one.
    const there = compared('isnull', ['false']);
    return isNull ? not(there) : there;
  }
  const json = field !== undefined && isJson(field) && !lookup.startsWith('has_');
  return compared(lookup, json ? [JSON.stringify(value)] : textsOf(value));
}

/** A path of keys into a JSON column, whose last name may be a lookup. */
function memberCondition({ steps, field }: Path, names: readonly string[], value: ConstraintValue): Condition {
  const last = names.at(-1)!;
  const named = names.length > 1 && isLookup(last);
  const members = named ? names.slice(0, -1) : names;
  const lookup: Lookup = named ? last : 'exact';
  const compared = (as: JsonKind, which: Lookup, values: readonly Value[]): Condition =>
    through(steps, Object.freeze({ op: 'json', field: field!, members, as, lookup: which, values }));
  if (value === null || lookup === 'isnull')
    return compared('value', 'isnull', [String(value === null || isTrue(value))]);
  if (['contains', 'contained_by'].includes(lookup) && typeof value !== 'string')
    return compared('value', lookup, [JSON.stringify(value)]);
  if (lookup === 'in' && Array.isArray(value))
    return compared(
      'value',
      'in',
      value.map((one) => JSON.stringify(one)),
    );
  const asValue = ['exact', 'gt', 'gte', 'lt', 'lte'].includes(lookup);
  return asValue ? compared('value', lookup, [JSON.stringify(value)]) : compared('text', lookup, textsOf(value));
}

const isTrue = (value: ConstraintValue): boolean => value === true || value === 'true' || value === 1;

const textsOf = (value: ConstraintValue): Value[] =>
  Array.isArray(value) ? value.filter((one) => one !== null).map(String) : [String(value)];
