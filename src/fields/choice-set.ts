/** One value of a choice set: stored value, label, colour. */
export type Choice = readonly [value: string | number, label: string, color?: string];

/** Choices under a heading of their own, as forms and the API group them. */
export interface ChoiceGroup {
  readonly group: string;
  readonly choices: readonly Choice[];
}

/** A named set of choices; `key` is the name under which FIELD_CHOICES extends or replaces it. */
export interface ChoiceSet {
  readonly name: string;
  readonly key: string | undefined;
  readonly entries: readonly (Choice | ChoiceGroup)[];
}

/** Declares a choice set. */
export function choiceSet(name: string, entries: readonly (Choice | ChoiceGroup)[], key?: string): ChoiceSet {
  return Object.freeze({ name, key, entries: Object.freeze(entries) });
}

/** All choices of a set, groups flattened, in order. */
export function flatChoices(set: ChoiceSet): Choice[] {
  return set.entries.flatMap((entry) => ('group' in entry ? [...entry.choices] : [entry]));
}
