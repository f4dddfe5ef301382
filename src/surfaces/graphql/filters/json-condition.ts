import { type ConstraintValue, conditionOf } from '#query/constraint.ts';
import { resolvePath } from '#query/path.ts';
import { always, and, type Condition } from '#query/tree.ts';
import { lookupNames, type Place } from './lookup-condition.ts';

const segment = /^[A-Za-z0-9_][A-Za-z0-9_-]*$/;

/** The condition on a member of a JSON column that `JSONFilter` makes; a path that is none says nothing. */
export function jsonCondition(
  { registry, model, path: column }: Place,
  { path, lookup }: { readonly path: string; readonly lookup: Readonly<Record<string, unknown>> },
): Condition {
  const names = path.split('__');
  if (!names.every((name) => segment.test(name))) return always;
  const term = `${column}__${path}`;
  const one = (name: string, value: unknown): Condition => {
    if (value == null) return always;
    if (name === 'range' || name === 'start' || name === 'end') {
      const { start, end } = (name === 'range' ? value : { [name]: value }) as { start?: unknown; end?: unknown };
      return and(...(start == null ? [] : [compared('gte', start)]), ...(end == null ? [] : [compared('lte', end)]));
    }
    return compared(name === 'in_' ? 'in' : name === 'isnull' ? 'isnull' : (lookupNames[name] ?? name), value);
  };
  const compared = (name: string, value: unknown): Condition =>
    // As NetBox has it: the value itself, or a list that has it.
    name === 'contains'
      ? contained(value)
      : conditionOf(registry, model, name === 'exact' ? term : `${term}__${name}`, value as ConstraintValue);
  const field = resolvePath(registry, model, column).field!;
  const contained = (value: unknown): Condition =>
    Object.freeze({
      op: 'json',
      field,
      members: names,
      as: 'value',
      lookup: 'contains',
      values: [JSON.stringify(value)],
    });
  return and(
    ...Object.values(lookup).flatMap((members) =>
      Object.entries((members ?? {}) as Readonly<Record<string, unknown>>).map(([name, value]) => one(name, value)),
    ),
  );
}
