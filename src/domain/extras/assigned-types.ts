import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { typesWithFeature } from '../object-types/types-with-feature.ts';

/** What can be attached to objects of models that take part in a feature only; `refusal` says so, given the type. */
export const assignedTypes = (field: string, feature: string, refusal: (type: string) => string): ModelRules => ({
  validate(drafts, { registry, contentTypes }) {
    const allowed = typesWithFeature(registry, feature);
    for (const draft of drafts) {
      const name = contentTypes.name(draft.get(field) ?? '') ?? '';
      if (!allowed.has(name)) draft.errors.add(wholeObject, refusal(name.replace('.', ' | ')));
    }
  },
});
