import { sharedWith } from '#operations/read/shared-with.ts';
import { always, and, type Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';

/** Who asks, and what they may see. */
export interface Viewer {
  readonly userId: string | undefined;
  readonly isSuperuser: boolean;
  permits(model: Model, action: string): Condition;
}

/**
 * The condition under which somebody sees objects of the model. What has no path of its own in the API is seen by
 * whoever sees what it belongs to; what belongs to somebody and isn't shared is seen by them alone, and by superusers.
 */
export function visibleCondition(
  registry: Registry,
  model: Model,
  { userId, isSuperuser, permits }: Viewer,
): Condition {
  if (model.rest === undefined) return always;
  return and(permits(model, 'view'), sharedWith(registry, model, { userId, isSuperuser }));
}
