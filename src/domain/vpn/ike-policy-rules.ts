import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';

/** IKEv1 has modes (RFC 2409 section 5), IKEv2 has none (RFC 7296). */
export const ikePolicyRules: ModelRules = {
  validate(drafts) {
    for (const draft of drafts) {
      const hasMode = Boolean(draft.get('mode'));
      if (draft.get('version') === '1' && !hasMode)
        draft.errors.add(wholeObject, 'Mode is required for selected IKE version');
      if (draft.get('version') === '2' && hasMode)
        draft.errors.add(wholeObject, 'Mode cannot be used for selected IKE version');
    }
  },
};
