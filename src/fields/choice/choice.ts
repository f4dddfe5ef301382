import type { ChoiceSet } from '../choice-set.ts';
import { flatChoices } from '../choice-set.ts';
import type { Field, FieldOptions, SpecialOptions, Unnamed } from '../field.ts';
import { integer } from '../integer/integer.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';

/** A chosen value is served with its label; an empty one as null (NetBox 4.7's ChoiceField). */
function renderChoice({ choices }: Field): (text: string) => string {
  const texts = new Map<string, string>([['', 'null']]);
  for (const [value, label] of flatChoices(choices!))
    texts.set(String(value), `{"value":${JSON.stringify(value)},"label":${quoted(label)}}`);
  return (text) => texts.get(text) ?? `{"value":${quoted(text)},"label":""}`;
}

const choiceKind: Kind = {
  name: 'choice',
  columnType: ({ max = 50 }) => (max === Infinity ? 'character varying' : `character varying(${max})`),
  render: renderChoice,
  schema: () => ({ type: 'string' }),
  optionsType: 'choice',
  filter: 'multipleChoice',
  widget: 'choice',
};

/** One value of a choice set. */
export const choice = (choices: ChoiceSet, options: FieldOptions = {}): Unnamed => ({
  kind: choiceKind,
  choices,
  max: 50,
  ...options,
});

const numberChoiceKind: Kind = {
  ...integer().kind,
  name: 'numberChoice',
  render: renderChoice,
  optionsType: 'choice',
  filter: 'multipleChoice',
  widget: 'choice',
};

/** One number of a choice set. */
export const numberChoice = (choices: ChoiceSet, options: FieldOptions & SpecialOptions = {}): Unnamed => ({
  kind: numberChoiceKind,
  choices,
  ...options,
});
