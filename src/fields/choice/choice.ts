import type { ChoiceSet } from '../choice-set.ts';
import { flatChoices } from '../choice-set.ts';
import type { Field, FieldOptions, SpecialOptions, Unnamed } from '../field.ts';
import { integer } from '../integer/integer.ts';
import { quoted, verbatim } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { invalid } from '../parse.ts';
import { pythonText } from '../python-text.ts';

/** A chosen value is served with its label, unless the field is plain; an empty one as null (NetBox 4.7's ChoiceField). */
function renderChoice({ choices, plain }: Field): (text: string) => string {
  if (plain) return quoted;
  const texts = new Map<string, string>();
  for (const [value, label] of flatChoices(choices!))
    texts.set(String(value), `{"value":${JSON.stringify(value)},"label":${quoted(label)}}`);
  texts.set('', 'null');
  return (text) => texts.get(text) ?? `{"value":${quoted(text)},"label":""}`;
}

/** NetBox's labelled choices are no type that OPTIONS knows; Django's bare ones are. */
const optionsType = ({ plain }: Field): string => (plain ? 'choice' : 'field');

/** A value of the set; NetBox 4.7's ChoiceField refuses the form that it serves. */
function parseChoice({ choices, plain }: Field, value: unknown): string {
  if (typeof value === 'object' && value !== null)
    throw invalid('Value must be passed directly (e.g. "foo": 123); do not use a dictionary or list.');
  const wanted = String(value);
  const found = flatChoices(choices!).find(
    ([known]) =>
      String(known) === wanted || (String(known).toLowerCase() === wanted.toLowerCase() && typeof value === 'boolean'),
  );
  if (!found) throw invalid(`${plain ? `"${wanted}"` : pythonText(value)} is not a valid choice.`);
  return String(found[0]);
}

const choiceKind: Kind = {
  name: 'choice',
  columnType: ({ max = 50 }) => (max === Infinity ? 'character varying' : `character varying(${max})`),
  render: renderChoice,
  parse: parseChoice,
  schema: () => ({ type: 'string' }),
  optionsType,
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
  parse: parseChoice,
  render: (field) => (field.plain ? verbatim : renderChoice(field)),
  optionsType,
  filter: 'multipleChoice',
  widget: 'choice',
};

/** One number of a choice set. */
export const numberChoice = (choices: ChoiceSet, options: FieldOptions & SpecialOptions = {}): Unnamed => ({
  kind: numberChoiceKind,
  choices,
  ...options,
});
