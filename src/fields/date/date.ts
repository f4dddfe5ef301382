import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';

const dateKind: Kind = {
  name: 'date',
  columnType: () => 'date',
  render: () => quoted,
  schema: () => ({ type: 'string', format: 'date' }),
  optionsType: 'date',
  filter: 'date',
  widget: 'date',
};

/** A day. */
export const date = (options: FieldOptions = {}): Unnamed => ({ kind: dateKind, ...options });
