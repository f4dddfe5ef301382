import type { FieldOptions, Unnamed } from '../field.ts';
import type { Kind } from '../kind.ts';
import { invalid } from '../parse.ts';
import { pythonText } from '../python-text.ts';

const wwnKind: Kind = {
  name: 'wwn',
  columnType: () => 'macaddr8',
  render: () => (text: string) => `"${text.toUpperCase()}"`,
  parse: (_field, value) => {
    const hex = typeof value === 'string' ? value.replace(/[:.\-\s]/g, '').toUpperCase() : '';
    if (!/^[0-9A-F]{16}$/.test(hex)) throw invalid(`Invalid WWN format: ${pythonText(value)}`);
    return hex.match(/../g)!.join(':');
  },
  schema: () => ({ type: 'string' }),
  optionsType: 'string',
  filter: 'mac',
  widget: 'text',
  editor: 'wwn',
};

/** A 64-bit World Wide Name. */
export const wwn = (options: FieldOptions = {}): Unnamed => ({ kind: wwnKind, ...options });
