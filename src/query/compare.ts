import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { resolvePath } from './path.ts';
import type { Step } from './step.ts';
import type { Condition, Lookup, Value } from './tree.ts';

/** Wraps a condition on the object at the end of the steps into one on the object at their start. */
export function through(steps: readonly Step[], where: Condition): Condition {
  return steps.reduceRight<Condition>((inner, step) => Object.freeze({ op: 'has', step, where: inner }), where);
}

/** The condition that what `path` leads to compares with any of the values. Throws as resolvePath does. */
export function compare(
  { registry, model, path }: { registry: Registry; model: Model; path: string },
  lookup: Lookup,
  values: readonly Value[],
): Condition {
  const { steps, field } = resolvePath(registry, model, path);
  return through(steps, Object.freeze({ op: 'compare', field, lookup, values }));
}
