import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';

/** A proposal encrypts, authenticates, or does both. */
export const ipsecProposalRules: ModelRules = {
  validate(drafts) {
    for (const draft of drafts)
      if (!draft.get('encryption_algorithm') && !draft.get('authentication_algorithm'))
        draft.errors.add(wholeObject, 'Encryption and/or authentication algorithm must be defined');
  },
};
