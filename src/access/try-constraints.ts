import { type ConstraintValue, conditionOf } from '#query/constraint.ts';
import { always, type Condition, or } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { sameObjects } from './same-objects.ts';

/** Constraints that cannot be: in words for whoever wrote them. */
export class ConstraintError extends Error {
  override name = 'ConstraintError';
}

/**
 * The condition that a permission's constraints would make, read strictly: what `constraintsCondition` lets permit
 * nothing throws a ConstraintError here. `$user` stands for the user given.
 */
export function tryConstraints(registry: Registry, model: Model, constraints: unknown, userId: string): Condition {
  if (constraints === null) return always;
  const groups: readonly unknown[] = Array.isArray(constraints) ? constraints : [constraints];
  if (groups.length === 0) return always;
  return or(
    ...groups.map((group) => {
      if (typeof group !== 'object' || group === null || Array.isArray(group))
        throw new ConstraintError('Constraints are an object of terms, or a list of such objects.');
      return sameObjects(
        Object.entries(group).map(([term, value]) => {
          try {
            return conditionOf(registry, model, term, withUser(value, userId) as ConstraintValue);
          } catch (error) {
            throw new ConstraintError((error as Error).message);
          }
        }),
      );
    }),
  );
}

const withUser = (value: unknown, userId: string): unknown =>
  Array.isArray(value) ? value.map((one) => withUser(one, userId)) : value === '$user' ? userId : value;
