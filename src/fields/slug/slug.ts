import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';

const slugKind: Kind = {
  name: 'slug',
  columnType: ({ max }) => (max ? `character varying(${max})` : 'character varying'),
  render: () => quoted,
  schema: ({ max }) => ({ type: 'string', maxLength: max ?? 100, pattern: '^[-a-zA-Z0-9_]+$' }),
  optionsType: 'slug',
  filter: 'text',
  widget: 'slug',
};

/** A name for addresses: letters, digits, hyphens and underscores. */
export const slug = (options: FieldOptions = {}): Unnamed => ({ kind: slugKind, max: 100, ...options });
