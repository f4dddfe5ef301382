import type { FieldOptions, SpecialOptions, Unnamed } from '../field.ts';
import { verbatim } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { byOperations } from '../parse.ts';

const tagsKind: Kind = {
  name: 'tags',
  columnType: () => undefined,
  render: () => verbatim,
  parse: byOperations,
  schema: () => ({ type: 'array' }),
  optionsType: 'field',
  widget: 'tags',
};

/** The object's tags, through extras_taggeditem. */
export const tags = (options: FieldOptions & SpecialOptions = {}): Unnamed => ({
  kind: tagsKind,
  to: 'extras.tag',
  shape: 'nested',
  filter: false,
  blank: true,
  ...options,
});
