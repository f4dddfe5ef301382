import { titled } from '#base/titled.ts';
import { contentTypes } from '#database/schema/content-types.ts';
import { appLabel } from '#registry/app-label.ts';
import type { Registry } from '#registry/registry.ts';

/** Content types as choices, by name: all, or those of models with the feature. */
export function typeChoices(registry: Registry, which: string): { value: string; display_name: string }[] {
  return contentTypes(registry)
    .filter(({ features }) => which === 'all' || features.includes(which))
    .map(({ app, model }) => ({
      value: `${app}.${model}`,
      display_name: `${appLabel(app)} > ${titled(registry.find(`${app}.${model}`)?.label ?? model)}`,
    }))
    .sort((one, other) => (one.display_name < other.display_name ? -1 : 1));
}
