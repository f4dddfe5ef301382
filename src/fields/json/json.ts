import type { FieldOptions, SpecialOptions, Unnamed } from '../field.ts';
import { verbatim } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { jsonOf } from '../parse.ts';

const jsonKind: Kind = {
  name: 'json',
  columnType: () => 'jsonb',
  render: () => verbatim,
  parse: jsonOf,
  schema: () => ({}),
  optionsType: 'field',
  widget: 'json',
};

/** Any JSON value. */
export const json = (options: FieldOptions & SpecialOptions = {}): Unnamed => ({ kind: jsonKind, ...options });
