import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { parseText } from '../parse.ts';

const longTextKind: Kind = {
  name: 'longText',
  columnType: () => 'text',
  render: () => quoted,
  parse: parseText,
  schema: () => ({ type: 'string' }),
  optionsType: 'string',
  widget: 'markdown',
};

/** Text of any length, Markdown where people write it. */
export const longText = (options: FieldOptions = {}): Unnamed => ({ kind: longTextKind, ...options });
