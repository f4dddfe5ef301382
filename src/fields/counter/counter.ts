import type { FieldOptions, SpecialOptions, Unnamed } from '../field.ts';
import { verbatim } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { integerOf } from '../parse.ts';

const counterKind: Kind = {
  name: 'counter',
  columnType: () => 'bigint',
  render: () => verbatim,
  parse: integerOf,
  schema: () => ({ type: 'integer' }),
  optionsType: 'integer',
  filter: 'number',
  widget: 'count',
};

/** How many objects of the model `counts` point here through their field `via`: a column kept on every write. */
export const counter = (counts: string, via: string, options: FieldOptions & SpecialOptions = {}): Unnamed => ({
  kind: counterKind,
  counts,
  via,
  default: 0,
  editable: false,
  ...options,
});
