import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { fillMetres } from '../cables/metres.ts';

/** A distance has a unit, and is kept in metres too, by which objects are sorted. */
export const distanceRules: ModelRules = {
  validate(drafts) {
    for (const draft of drafts)
      if (draft.number('distance') && !draft.get('distance_unit'))
        draft.errors.add(wholeObject, 'Must specify a unit when setting a distance');
  },

  derive(drafts) {
    for (const draft of drafts) fillMetres(draft, 'distance');
  },
};
