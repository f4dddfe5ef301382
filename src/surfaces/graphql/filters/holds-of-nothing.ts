import type { Condition } from '#query/tree.ts';

/** Whether the condition holds of an object that isn't there, whose columns are all null: what an outer join gives. */
export function holdsOfNothing(condition: Condition): boolean {
  switch (condition.op) {
    case 'always':
      return true;
    case 'and':
      return condition.of.every(holdsOfNothing);
    case 'or':
      return condition.of.some(holdsOfNothing);
    case 'not':
      return !holdsOfNothing(condition.of);
    case 'compare':
    case 'json':
      return condition.lookup === 'isnull' && condition.values[0] === 'true';
    default:
      return false;
  }
}
