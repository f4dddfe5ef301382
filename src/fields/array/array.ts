import { arrayElements, arrayLiteral } from '../array-text.ts';
import type { Field, FieldOptions, Unnamed } from '../field.ts';
import type { Kind } from '../kind.ts';
import { invalid, typeName } from '../parse.ts';

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
  parse: ({ of }, value) => {
    if (!Array.isArray(value)) throw invalid(`Expected a list of items but got type "${typeName(value)}".`);
    return arrayLiteral(value.map((one) => (one === null ? null : of!.kind.parse(of!, one))));
  },
  schema: ({ of }) => ({ type: 'array', items: of!.kind.schema(of!) }),
  optionsType: 'list',
  widget: 'list',
};

/** A list of values of another kind. */
export const array = (of: Unnamed, options: FieldOptions = {}): Unnamed => ({
  kind: arrayKind,
  of: { name: 'element', ...of } as Field,
  ...options,
});
