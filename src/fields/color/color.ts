import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { invalid, parseText } from '../parse.ts';

const colorKind: Kind = {
  name: 'color',
  columnType: ({ max }) => (max ? `character varying(${max})` : 'character varying'),
  render: () => quoted,
  parse: (field, value) => {
    const text = parseText(field, value);
    if (text !== '' && !/^[0-9a-f]{6}$/.test(text)) throw invalid('Enter a valid hexadecimal RGB color code.');
    return text;
  },
  schema: () => ({ type: 'string', maxLength: 6, pattern: '^[0-9a-f]{6}$' }),
  optionsType: 'string',
  filter: 'text',
  widget: 'color',
};

/** A colour as six hexadecimal digits without `#`. */
export const color = (options: FieldOptions = {}): Unnamed => ({ kind: colorKind, max: 6, ...options });
