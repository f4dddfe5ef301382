import type { FieldOptions, SpecialOptions, Unnamed } from '../field.ts';
import { verbatim } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { invalid, jsonOf } from '../parse.ts';

const jsonKind: Kind = {
  name: 'json',
  columnType: () => 'jsonb',
  render: () => verbatim,
  parse: (field, value) => {
    if (!field.blank && field.default === undefined && isEmpty(value)) throw invalid('This field cannot be blank.');
    return jsonOf(value);
  },
  schema: () => ({}),
  optionsType: 'field',
  widget: 'json',
};

/** Any JSON value. */
export const json = (options: FieldOptions & SpecialOptions = {}): Unnamed => ({ kind: jsonKind, ...options });

/** What Django takes for no value; null is refused before, where it may not be. */
const isEmpty = (value: unknown): boolean =>
  value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
