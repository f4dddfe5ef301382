import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';

/** Models whose objects take their content from data files, and are written as any other. */
export const syncedModels = (registry: Registry): readonly Model[] =>
  registry.models.filter(({ features, rest, actionsOnly }) => features?.includes('syncedData') && rest && !actionsOnly);
