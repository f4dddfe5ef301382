import type { ModelRules } from '#operations/write/rules.ts';

/** A saved filter's parameters are an object of parameters. */
export const savedFilterRules: ModelRules = {
  validate(drafts) {
    for (const draft of drafts)
      if (!draft.get('parameters')?.startsWith('{'))
        draft.errors.add('parameters', 'Filter parameters must be stored as a dictionary of keyword arguments.');
  },
};
