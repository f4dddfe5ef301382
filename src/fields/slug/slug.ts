import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { invalid, parseText } from '../parse.ts';

const slugKind: Kind = {
  name: 'slug',
  columnType: ({ max }) => (max ? `character varying(${max})` : 'character varying'),
  render: () => quoted,
  parse: (field, value) => {
    const text = parseText(field, value);
    if (!/^[-a-zA-Z0-9_]+$/.test(text))
      throw invalid('Enter a valid "slug" consisting of letters, numbers, underscores or hyphens.');
    return text;
  },
  schema: ({ max }) => ({ type: 'string', maxLength: max ?? 100, pattern: '^[-a-zA-Z0-9_]+$' }),
  optionsType: 'slug',
  filter: 'text',
  widget: 'slug',
};

/** A name for addresses: letters, digits, hyphens and underscores. */
export const slug = (options: FieldOptions = {}): Unnamed => ({ kind: slugKind, max: 100, ...options });
