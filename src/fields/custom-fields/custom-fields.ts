import type { FieldOptions, Unnamed } from '../field.ts';
import { verbatim } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { byOperations } from '../parse.ts';

const customFieldsKind: Kind = {
  name: 'customFields',
  columnType: () => 'jsonb',
  render: () => verbatim,
  parse: byOperations,
  schema: () => ({ type: 'object', additionalProperties: {} }),
  optionsType: 'field',
  widget: 'customFields',
};

/** The values of the custom fields, stored by name in one JSON column. */
export const customFields = (options: FieldOptions = {}): Unnamed => ({
  kind: customFieldsKind,
  column: 'custom_field_data',
  default: {},
  blank: true,
  filter: false,
  ...options,
});
