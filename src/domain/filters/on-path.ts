import { compare, through } from '#query/compare.ts';
import type { BehaviourInput } from '#query/filters/behaviour.ts';
import { stepsTo } from '#query/filters/condition-of.ts';
import { resolvePath } from '#query/path.ts';
import { always, type Condition, type Lookup, not } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';

/** Where a behaviour's paths begin. */
export interface From {
  readonly registry: Registry;
  readonly model: Model;
}

/** What stands at the end of the path compares with any of the values. */
export const onPath = (
  { registry, model }: From,
  path: string,
  values: readonly string[],
  lookup: Lookup = 'exact',
): Condition => compare({ registry, model, path }, lookup, values);

/** Some object, or some value, stands at the end of the path. */
export function isThere({ registry, model }: From, path: string): Condition {
  const { steps, field } = resolvePath(registry, model, path);
  if (field && !field.to) return compare({ registry, model, path }, 'isnull', ['false']);
  return through(stepsTo(registry, { from: model, steps, field, model }), always);
}

/** The condition for `true`, its opposite for `false`. */
export const yesOrNo = ({ values }: Pick<BehaviourInput, 'values'>, condition: Condition): Condition =>
  values[0] === 'true' ? condition : not(condition);

/** The values that were given, without `null`. */
export const textsOf = ({ values }: Pick<BehaviourInput, 'values'>): string[] =>
  values.filter((value) => value !== null);
