import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { invalid, parseText } from '../parse.ts';

const emailKind: Kind = {
  name: 'email',
  columnType: ({ max }) => (max ? `character varying(${max})` : 'character varying'),
  render: () => quoted,
  parse: (field, value) => {
    const text = parseText(field, value);
    if (text !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) throw invalid('Enter a valid email address.');
    return text;
  },
  schema: ({ max }) => ({ type: 'string', format: 'email', maxLength: max ?? 254 }),
  optionsType: 'email',
  filter: 'text',
  widget: 'text',
  editor: 'email',
};

/** An e-mail address. */
export const email = (options: FieldOptions = {}): Unnamed => ({ kind: emailKind, max: 254, ...options });
