import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';

/** Ranges of AS numbers run upward. */
export const asnRangeRules: ModelRules = {
  validate(drafts) {
    for (const draft of drafts)
      if (draft.number('end')! <= draft.number('start')!)
        draft.errors.add(
          wholeObject,
          `Starting ASN (${draft.get('start')}) must be lower than ending ASN (${draft.get('end')}).`,
        );
  },
};
