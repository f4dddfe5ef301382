import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';

const halfNull = 'This field cannot be null.';

/** The generic relation, if any, of which a draft names only one half. */
function halves(draft: Draft, missing: 'type' | 'id'): string | undefined {
  for (const { kind, typeField, idField } of draft.model.fields.values()) {
    if (kind.name !== 'generic') continue;
    const [type, id] = [draft.get(typeField!), draft.get(idField!)];
    if (missing === 'type' && type === null && id !== null) return typeField;
    if (missing === 'id' && type !== null && id === null) return idField;
  }
  return undefined;
}

/** Generic relations name a model and a key, or neither. */
export const completePairs: ModelRules = {
  validate(drafts) {
    for (const draft of drafts) {
      const field = halves(draft, 'type') ?? halves(draft, 'id');
      if (field) draft.errors.add(field, halfNull);
    }
  },
};

/** The same where NetBox finds a missing key to be an error of the whole object: scopes. */
export const completeScope: ModelRules = {
  prepare(drafts) {
    for (const draft of drafts) {
      const field = halves(draft, 'id');
      if (field) draft.errors.add(wholeObject, `Please select an object for ${field}.`);
    }
  },
};
