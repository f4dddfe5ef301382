import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';

const fileKind: Kind = {
  name: 'file',
  columnType: ({ max }) => (max ? `character varying(${max})` : 'character varying'),
  render: () => quoted,
  schema: () => ({ type: 'string' }),
  optionsType: 'file upload',
  widget: 'text',
};

/** The path of a stored file. */
export const file = (options: FieldOptions = {}): Unnamed => ({ kind: fileKind, max: 100, ...options });
