import { arrayElements, arrayLiteral } from '../array-text.ts';
import type { Field, FieldOptions, Unnamed } from '../field.ts';
import type { Kind } from '../kind.ts';
import { InvalidElements, invalid, parseElements, typeName } from '../parse.ts';

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
    if (!Array.isArray(value)) {
      const problem = `Expected a list of items but got type "${typeName(value)}".`;
      throw of!.kind.asObjects ? new InvalidElements({ __all__: [problem] }) : invalid(problem);
    }
    // Whether a list that has a default may be empty is for its model's rules to say.
    if (value.length === 0 && !blank && preset === undefined) throw invalid('This list may not be empty.');
    return arrayLiteral(parseElements(value, (one) => of!.kind.parse(of!, one)));
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
