import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { parseText } from '../parse.ts';

const binaryKind: Kind = {
  name: 'binary',
  columnType: () => 'bytea',
  render: () => quoted,
  parse: parseText,
  schema: () => ({ type: 'string', format: 'byte' }),
  optionsType: 'field',
  widget: 'text',
};

/** Bytes. */
export const binary = (options: FieldOptions = {}): Unnamed => ({ kind: binaryKind, ...options });
