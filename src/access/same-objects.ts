import { isMany } from '#query/step.ts';
import { and, type Condition } from '#query/tree.ts';

/**
 * All of the conditions, with those that walk to many objects by the same step asked of one object: in a constraint,
 * `tags__name` and `tags__color` mean a tag that has both, as they do in one of Django's `filter()` calls.
 */
export function sameObjects(conditions: readonly Condition[]): Condition {
  const walks = new Map<string, Extract<Condition, { op: 'has' }>[]>();
  const others: Condition[] = [];
  for (const condition of conditions) {
    if (condition.op !== 'has') others.push(condition);
    else {
      const key = JSON.stringify(condition.step, (name, value) =>
        name === 'model' || name === 'of' ? value.name : value,
      );
      walks.set(key, [...(walks.get(key) ?? []), condition]);
    }
  }
  return and(
    ...others,
    ...[...walks.values()].flatMap((walk): Condition[] =>
      walk.length === 1 || !(isMany(walk[0]!.step) || walk.some(({ where }) => where.op === 'has'))
        ? walk
        : [Object.freeze({ op: 'has', step: walk[0]!.step, where: sameObjects(walk.map(({ where }) => where)) })],
    ),
  );
}
