import type { ModelRules } from '#operations/write/rules.ts';

/** Whatever a cable can end at: marked as connected only without one. */
export const cabledObjectRules: ModelRules = {
  validate(drafts) {
    for (const draft of drafts)
      if (draft.get('cable') !== null && draft.flag('mark_connected'))
        draft.errors.add('mark_connected', 'Cannot mark as connected with a cable attached.');
  },
};
