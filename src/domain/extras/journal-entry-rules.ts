import type { ModelRules } from '#operations/write/rules.ts';

/** A journal entry's author is whoever makes it unless another is named; later nobody can change it. */
export const journalEntryRules: ModelRules = {
  prepare(drafts, { asker }) {
    for (const draft of drafts)
      if (!draft.isNew) draft.set('created_by', draft.was('created_by'));
      else if (!draft.given('created_by')) draft.set('created_by', asker.userId ?? null);
  },
};
