import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';

/** The fields that REST serves, in its order, and those that only the interface shows; not those that only take input. */
export function restFields(model: Model): Field[] {
  return [...model.fields.values()].filter(
    ({ rest, aside, kind }) => (rest === false ? aside : !rest?.writeOnly) && kind.widget !== 'hidden',
  );
}
