import { arrayElements } from '../array-text.ts';
import type { Field, FieldOptions, Unnamed } from '../field.ts';
import type { Kind } from '../kind.ts';

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
  schema: ({ of }) => ({ type: 'array', items: of!.kind.schema(of!) }),
  optionsType: 'field',
  widget: 'list',
};

/** A list of values of another kind. */
export const array = (of: Unnamed, options: FieldOptions = {}): Unnamed => ({
  kind: arrayKind,
  of: { name: 'element', ...of } as Field,
  ...options,
});
