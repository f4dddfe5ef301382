import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { invalid } from '../parse.ts';

const uuidKind: Kind = {
  name: 'uuid',
  columnType: () => 'uuid',
  render: () => quoted,
  parse: (_field, value) => {
    if (typeof value !== 'string' || !/^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(value))
      throw invalid('Must be a valid UUID.');
    return value;
  },
  schema: () => ({ type: 'string', format: 'uuid' }),
  optionsType: 'string',
  filter: 'uuid',
  widget: 'text',
};

/** A UUID. */
export const uuid = (options: FieldOptions = {}): Unnamed => ({ kind: uuidKind, ...options });
