import type { ModelRules } from '#operations/write/rules.ts';

/** `table` asks a list for its current view, and can't name a template. */
export const exportTemplateRules: ModelRules = {
  validate(drafts) {
    for (const draft of drafts) {
      const name = draft.get('name') ?? '';
      if (name.toLowerCase() === 'table')
        draft.errors.add('name', `"${name}" is a reserved name. Please choose a different name.`);
    }
  },
};
