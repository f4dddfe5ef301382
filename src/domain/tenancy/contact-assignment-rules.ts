import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';

/** Contacts are assigned to what can have contacts. */
export const contactAssignmentRules: ModelRules = {
  validate(drafts, { contentTypes, registry }) {
    for (const draft of drafts) {
      const name = contentTypes.name(draft.get('object_type')!) ?? '';
      if (!registry.find(name)?.features?.includes('contacts'))
        draft.errors.add(wholeObject, `Contacts cannot be assigned to this object type (${name}).`);
    }
  },
};
