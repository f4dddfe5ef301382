import type { FieldOptions, Unnamed } from '../field.ts';
import type { Kind } from '../kind.ts';
import { invalid } from '../parse.ts';
import { pythonText } from '../python-text.ts';

const macAddressKind: Kind = {
  name: 'macAddress',
  columnType: () => 'macaddr',
  render: () => (text: string) => `"${text.toUpperCase()}"`,
  parse: (_field, value) => {
    const hex = typeof value === 'string' ? value.replace(/[:.\-\s]/g, '').toUpperCase() : '';
    if (!/^[0-9A-F]{12}$/.test(hex)) throw invalid(`Invalid MAC address format: ${pythonText(value)}`);
    return hex.match(/../g)!.join(':');
  },
  schema: () => ({ type: 'string' }),
  optionsType: 'field',
  filter: 'mac',
  widget: 'text',
  editor: 'mac',
};

/** A 48-bit MAC address, shown in upper case with colons. */
export const macAddress = (options: FieldOptions = {}): Unnamed => ({ kind: macAddressKind, ...options });
