import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { parseText } from '../parse.ts';

const imageKind: Kind = {
  name: 'image',
  columnType: ({ max }) => (max ? `character varying(${max})` : 'character varying'),
  render: () => quoted,
  parse: parseText,
  schema: () => ({ type: 'string', format: 'uri' }),
  input: () => ({ type: 'string', format: 'binary' }),
  optionsType: 'image upload',
  widget: 'image',
};

/** A stored image; served as an absolute address below /media/, null where there is none. */
export const image = (options: FieldOptions = {}): Unnamed => ({ kind: imageKind, max: 100, ...options });
