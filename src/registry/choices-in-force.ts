import { type Choice, type ChoiceSet, flatChoices } from '#fields/choice-set.ts';

/**
 * The choices of a set under the setting FIELD_CHOICES: `dcim.Site.status` replaces them, `dcim.Site.status+` adds to
 * them (NetBox 4.7).
 */
export function choicesInForce(set: ChoiceSet, setting: Readonly<Record<string, unknown>>): readonly Choice[] {
  const own = flatChoices(set);
  if (set.key === undefined) return own;
  const key = `${set.name.split('.', 1)[0]}.${set.key}`;
  const replaced = setting[key];
  if (replaced !== undefined) return given(replaced);
  const added = setting[`${key}+`];
  return added === undefined ? own : [...own, ...given(added)];
}

/** Choices as the setting spells them: `[value, label, colour?]`, groups as `[heading, [choices]]`. */
function given(entries: unknown): Choice[] {
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry) => {
    if (!Array.isArray(entry)) return [];
    return Array.isArray(entry[1]) ? given(entry[1]) : [entry as unknown as Choice];
  });
}
