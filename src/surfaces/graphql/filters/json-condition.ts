import { type ConstraintValue, conditionOf } from '#query/constraint.ts';
import { resolvePath } from '#query/path.ts';
import { always, and, type Condition, or } from '#query/tree.ts';
import { lookupNames, type Place } from './lookup-condition.ts';

const segment = /^[A-Za-z0-9_][A-Za-z0-9_-]*$/;

/** The condition on a member of a JSON column that `JSONFilter` makes; a path that is none says nothing. */
export function jsonCondition(
  { registry, model, path: column, negated = false }: Place,
  { path, lookup }: { readonly path: string; readonly lookup: Readonly<Record<string, unknown>> },
): Condition {
  const names = path.split('__');
  if (!names.every((name) => segment.test(name))) return always;
  const field = resolvePath(registry, model, column).field!;
  const one = (at: readonly string[], name: string, value: unknown): Condition => {
    if (value == null) return always;
    if (name === 'range' || name === 'start' || name === 'end') {
      const { start, end } = (name === 'range' ? value : { [name]: value }) as { start?: unknown; end?: unknown };
      return and(
        ...(start == null ? [] : [compared(at, 'gte', start)]),
        ...(end == null ? [] : [compared(at, 'lte', end)]),
      );
    }
    // `year`, `hour` and the like: in a JSON column they are members too, as in NetBox.
    if (typeof value === 'object' && !Array.isArray(value))
      return and(...Object.entries(value).map(([inner, given]) => one([...at, name], inner, given)));
    return compared(at, name === 'in_' ? 'in' : name === 'isnull' ? 'isnull' : (lookupNames[name] ?? name), value);
  };
  const compared = (at: readonly string[], name: string, value: unknown): Condition => {
    const condition =
      // As NetBox has it: the value itself, or a list that has it.
      name === 'contains'
        ? contained(at, value)
        : conditionOf(registry, model, [column, ...at, name].join('__'), value as ConstraintValue);
    return negated && name !== 'isnull' ? or(condition, missing(at)) : condition;
  };
  /** What has no such member is neither what is asked nor its denial. */
  const missing = (members: readonly string[]): Condition =>
    Object.freeze({ op: 'json', field, members, as: 'value', lookup: 'isnull', values: ['true'] });
  const contained = (members: readonly string[], value: unknown): Condition =>
    Object.freeze({ op: 'json', field, members, as: 'value', lookup: 'contains', values: [JSON.stringify(value)] });
  return and(
    ...Object.values(lookup).flatMap((members) =>
      Object.entries((members ?? {}) as Readonly<Record<string, unknown>>).map(([name, value]) =>
        one(names, name, value),
      ),
    ),
  );
}
