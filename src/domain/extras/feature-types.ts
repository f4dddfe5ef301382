import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { typesWithFeature } from '../object-types/types-with-feature.ts';

/** A field that names object types can name those that take part in a feature only. */
export const featureTypes = (field: string, feature: string): ModelRules => ({
  prepare(drafts, { registry, contentTypes }) {
    const allowed = typesWithFeature(registry, feature);
    for (const draft of drafts) {
      if (!draft.given(field)) continue;
      const named = idsOf(draft, field).map((id) => contentTypes.name(id) ?? '');
      const refused = named.find((name) => !allowed.has(name));
      if (refused !== undefined) draft.errors.add(field, `Invalid content type: ${refused}`);
    }
  },
});

const idsOf = (draft: Draft, field: string): readonly string[] =>
  draft.field(field).kind.name === 'manyToMany'
    ? (draft.many.get(field) ?? [])
    : [draft.get(field)].flatMap((id) => id ?? []);
