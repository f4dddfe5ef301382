import { array } from '../array/array.ts';
import { arrayElements, arrayLiteral } from '../array-text.ts';
import type { Field, FieldOptions, Unnamed } from '../field.ts';
import type { Kind } from '../kind.ts';
import { invalid, parseElements, parseText, typeName } from '../parse.ts';
import { text } from '../text/text.ts';

/** A choice: the value that is stored and the label that is shown. */
export type ValueAndLabel = readonly [value: string, label: string];

/** The choices in PostgreSQL's text of an array of pairs: `{{a,A},{b,"B, or so"}}`. */
export const choicePairs = (stored: string): ValueAndLabel[] =>
  arrayElements(stored).map((pair) => arrayElements(pair!) as [string, string]);

function parsePair(of: Field, value: unknown): string {
  if (!Array.isArray(value)) throw invalid(`Expected a list of items but got type "${typeName(value)}".`);
  if (value.length < 2) throw invalid('Ensure this field has at least 2 elements.');
  if (value.length > 2) throw invalid('Ensure this field has no more than 2 elements.');
  return arrayLiteral(value.map((one) => parseText(of, one)));
}

const kind: Kind = {
  ...array(text()).kind,
  name: 'choiceList',
  render: () => (stored) => JSON.stringify(choicePairs(stored)),
  parse: ({ of }, value) => {
    if (!Array.isArray(value)) throw invalid(`Expected a list of items but got type "${typeName(value)}".`);
    return `{${parseElements(value, (pair) => parsePair(of!, pair)).join(',')}}`;
  },
  schema: () => ({ type: 'array', items: { type: 'array', items: {}, minItems: 2, maxItems: 2 } }),
  editor: 'choicePairs',
};

/** Choices that a user defines: a list of values with their labels. */
export const choiceList = (options: FieldOptions & { max: number }): Unnamed => {
  const { max, ...rest } = options;
  return { ...array(text({ max }), rest), kind };
};
