import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';

/** The fields that REST serves, in its order, but for those that only take input. */
export function restFields(model: Model): Field[] {
  return [...model.fields.values()].filter(
    ({ rest, kind }) => rest !== false && !rest?.writeOnly && kind.widget !== 'hidden',
  );
}
