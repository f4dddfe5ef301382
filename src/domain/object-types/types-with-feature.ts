import { contentTypes } from '#database/schema/content-types.ts';
import type { Registry } from '#registry/registry.ts';

const known = new WeakMap<Registry, Map<string, ReadonlySet<string>>>();

/** The models (`dcim.site`) that take part in a feature, which is named as NetBox's object types name it. */
export function typesWithFeature(registry: Registry, feature: string): ReadonlySet<string> {
  const byFeature = known.get(registry) ?? new Map<string, ReadonlySet<string>>();
  known.set(registry, byFeature);
  const found =
    byFeature.get(feature) ??
    new Set(
      contentTypes(registry)
        .filter(({ features }) => features.includes(feature))
        .map(({ app, model }) => `${app}.${model}`),
    );
  byFeature.set(feature, found);
  return found;
}
