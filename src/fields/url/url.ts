import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { invalid, parseText } from '../parse.ts';

const urlKind: Kind = {
  name: 'url',
  columnType: ({ max }) => (max ? `character varying(${max})` : 'character varying'),
  render: () => quoted,
  parse: (field, value) => {
    const text = parseText(field, value);
    if (text !== '' && !URL.canParse(text)) throw invalid('Enter a valid URL.');
    return text;
  },
  schema: ({ max }) => ({ type: 'string', format: 'uri', maxLength: max ?? 200 }),
  optionsType: 'url',
  filter: 'text',
  widget: 'link',
  editor: 'url',
};

/** A web address. */
export const url = (options: FieldOptions = {}): Unnamed => ({ kind: urlKind, max: 200, ...options });
