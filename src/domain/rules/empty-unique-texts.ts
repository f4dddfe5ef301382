import type { ModelRules } from '#operations/write/rules.ts';
import type { Model } from '#registry/model.ts';

/** Texts that must be unique where there are any: an empty one is none. */
export const emptyUniqueTexts: ModelRules = {
  prepare(drafts) {
    const names = drafts[0] ? optionalUnique(drafts[0].model) : [];
    for (const draft of drafts) for (const name of names) if (draft.get(name) === '') draft.set(name, null);
  },
};

const optionalUnique = (model: Model): string[] =>
  [...model.fields.values()]
    .filter(({ kind, unique, null: mayBeNull }) => kind.name === 'text' && unique && mayBeNull)
    .map(({ name }) => name);
