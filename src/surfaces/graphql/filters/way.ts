import { stepsTo } from '#query/filters/condition-of.ts';
import { resolvePath } from '#query/path.ts';
import type { Step } from '#query/step.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';

/** The steps to the objects behind a relation; GraphQL writes an underscore where some ways back have none. */
export function wayTo(registry: Registry, model: Model, source: string): readonly Step[] {
  try {
    return stepsTo(registry, resolvePath(registry, model, source));
  } catch (error) {
    if (!source.includes('_')) throw error;
    return stepsTo(registry, resolvePath(registry, model, source.replaceAll('_', '')));
  }
}
