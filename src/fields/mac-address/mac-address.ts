import type { FieldOptions, Unnamed } from '../field.ts';
import type { Kind } from '../kind.ts';

const macAddressKind: Kind = {
  name: 'macAddress',
  columnType: () => 'macaddr',
  render: () => (text: string) => `"${text.toUpperCase()}"`,
  schema: () => ({ type: 'string' }),
  optionsType: 'field',
  filter: 'mac',
  widget: 'text',
};

/** A 48-bit MAC address, shown in upper case with colons. */
export const macAddress = (options: FieldOptions = {}): Unnamed => ({ kind: macAddressKind, ...options });
