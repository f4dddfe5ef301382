import { arrayElements, arrayLiteral } from '../array-text.ts';
import type { Field, FieldOptions, Unnamed } from '../field.ts';
import type { Kind } from '../kind.ts';
import { InvalidElements, InvalidValue, invalid, typeName } from '../parse.ts';

const arrayKind: Kind = {
  name: 'array',
  columnType: ({ of }) => `${of!.kind.columnType(of!)}[]`,
  render: ({ of }) => {
    const element = of!.kind.render(of!);
    return (text) =>
      text === '{}'
        ? '[]'
        : `[${arrayElements(text)
            .map((one) => (one === null ? 'null' : element(one)))
            .join(',')}]`;
  },
  parse: ({ of, blank, default: preset }, value) => {
    if (!Array.isArray(value)) throw invalid(`Expected a list of items but got type "${typeName(value)}".`);
    // Whether a list that has a default may be empty is for its model's rules to say.
    if (value.length === 0 && !blank && preset === undefined) throw invalid('This list may not be empty.');
    return arrayLiteral(parseElements(of!, value));
  },
  schema: ({ of }) => ({ type: 'array', items: of!.kind.schema(of!) }),
  optionsType: 'list',
  widget: 'list',
};

/** The elements as PostgreSQL's texts. Throws InvalidElements with all that is wrong (Django REST framework's ListField). */
function parseElements(of: Field, elements: readonly unknown[]): string[] {
  const byPlace: Record<number, string[]> = {};
  const texts = elements.map((one, place) => {
    try {
      if (one === null) throw invalid('This field may not be null.');
      return of.kind.parse(of, one);
    } catch (error) {
      if (!(error instanceof InvalidValue)) throw error;
      byPlace[place] = [error.message];
      return '';
    }
  });
  if (Object.keys(byPlace).length > 0) throw new InvalidElements(byPlace);
  return texts;
}

/** A list of values of another kind. */
export const array = (of: Unnamed, options: FieldOptions = {}): Unnamed => ({
  kind: arrayKind,
  of: { name: 'element', ...of } as Field,
  ...options,
});
