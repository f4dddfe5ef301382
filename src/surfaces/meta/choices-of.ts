import { flatChoices } from '#fields/choice-set.ts';
import type { Field } from '#fields/field.ts';
import type { ChoiceMeta } from './contract.ts';

/** The choices of a field, if it has any. */
export function choicesOf(field: Field): readonly ChoiceMeta[] | undefined {
  const set = field.choices ?? field.of?.choices;
  return set && flatChoices(set).map(([value, label, color]) => ({ value, label, ...(color ? { color } : {}) }));
}
