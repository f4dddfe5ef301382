import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';

const uuidKind: Kind = {
  name: 'uuid',
  columnType: () => 'uuid',
  render: () => quoted,
  schema: () => ({ type: 'string', format: 'uuid' }),
  optionsType: 'string',
  filter: 'uuid',
  widget: 'text',
};

/** A UUID. */
export const uuid = (options: FieldOptions = {}): Unnamed => ({ kind: uuidKind, ...options });
