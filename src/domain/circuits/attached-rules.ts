import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';

/** A circuit ends somewhere. */
export const attachedRules: ModelRules = {
  validate(drafts) {
    for (const draft of drafts)
      if (draft.get('termination_type') === null || draft.get('termination_id') === null)
        draft.errors.add(wholeObject, 'A circuit termination must attach to a terminating object.');
  },
};
