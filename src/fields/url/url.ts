import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';

const urlKind: Kind = {
  name: 'url',
  columnType: ({ max }) => (max ? `character varying(${max})` : 'character varying'),
  render: () => quoted,
  schema: ({ max }) => ({ type: 'string', format: 'uri', maxLength: max ?? 200 }),
  optionsType: 'url',
  filter: 'text',
  widget: 'link',
};

/** A web address. */
export const url = (options: FieldOptions = {}): Unnamed => ({ kind: urlKind, max: 200, ...options });
