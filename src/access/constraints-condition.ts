import { type ConstraintValue, conditionOf } from '#query/constraint.ts';
import { always, type Condition, never, or } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import type { Constraint } from './permission-set.ts';
import { sameObjects } from './same-objects.ts';

/** Stands for the user's id in a constraint. */
const userToken = '$user';

export interface Constrained {
  readonly registry: Registry;
  readonly model: Model;
  readonly constraints: readonly Constraint[];
  readonly userId: string;
}

/**
 * The condition that constraints make: any of them, each with all its terms; none, or an empty one, permits all.
 * A constraint that leads nowhere (a plugin's field, say) permits nothing, and is warned of.
 */
export function constraintsCondition({ registry, model, constraints, userId }: Constrained): Condition {
  if (constraints.length === 0 || constraints.includes(null)) return always;
  return or(
    ...constraints.map((constraint) => {
      try {
        return sameObjects(
          Object.entries(constraint!).map(([term, value]) =>
            conditionOf(registry, model, term, withUser(value, userId) as ConstraintValue),
          ),
        );
      } catch (error) {
        process.emitWarning(`a permission's constraint permits nothing: ${(error as Error).message}`);
        return never;
      }
    }),
  );
}

const withUser = (value: unknown, userId: string): unknown =>
  Array.isArray(value) ? value.map((one) => (one === userToken ? userId : one)) : value === userToken ? userId : value;
