import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { parseText } from '../parse.ts';

const fileKind: Kind = {
  name: 'file',
  columnType: ({ max }) => (max ? `character varying(${max})` : 'character varying'),
  render: () => quoted,
  parse: parseText,
  schema: () => ({ type: 'string' }),
  optionsType: 'string',
  widget: 'text',
};

/** The path of a stored file. */
export const file = (options: FieldOptions = {}): Unnamed => ({ kind: fileKind, max: 100, ...options });
