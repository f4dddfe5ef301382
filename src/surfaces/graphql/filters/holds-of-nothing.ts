import type { Condition } from '#query/tree.ts';

/**
 * Whether the condition holds of an object that isn't there, whose columns are all null: what an outer join gives. Where
 * it is denied in the end, what can't be known of such an object doesn't hold: NetBox asks there for columns that are
 * not null.
 */
export function holdsOfNothing(condition: Condition, negated = false): boolean {
  switch (condition.op) {
    case 'always':
      return true;
    case 'and':
      return condition.of.every((one) => holdsOfNothing(one, negated));
    case 'or':
      return condition.of.some((one) => holdsOfNothing(one, negated));
    case 'not':
      return !(negated && condition.of.op === 'never') && !holdsOfNothing(condition.of, negated);
    case 'compare':
      return condition.lookup === 'isnull' && condition.values[0] === 'true';
    case 'json':
      return !negated && condition.lookup === 'isnull' && condition.values[0] === 'true';
    default:
      return false;
  }
}
