import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { parseText } from '../parse.ts';

const textKind: Kind = {
  name: 'text',
  columnType: ({ max }) => (max ? `character varying(${max})` : 'character varying'),
  render: () => quoted,
  parse: parseText,
  schema: ({ max }) => ({ type: 'string', ...(max ? { maxLength: max } : {}) }),
  optionsType: 'string',
  filter: 'text',
  widget: 'text',
};

/** A line of text; `max` in characters. */
export const text = (options: FieldOptions = {}): Unnamed => ({ kind: textKind, ...options });
