import { isIP } from 'node:net';
import type { FieldOptions, Unnamed } from '../field.ts';
import type { Kind } from '../kind.ts';
import { invalid } from '../parse.ts';

/** PostgreSQL leaves the mask of a host address away; the API always gives it. */
function withMask(text: string): string {
  return text.includes('/') ? `"${text}"` : text.includes(':') ? `"${text}/128"` : `"${text}/32"`;
}

const ipAddressKind: Kind = {
  name: 'ipAddress',
  columnType: () => 'inet',
  render: () => withMask,
  parse: (_field, value) => {
    const text = typeof value === 'string' ? value.trim() : '';
    const [address = '', mask] = text.split('/');
    const version = isIP(address);
    const bits = version === 4 ? 32 : 128;
    if (
      version === 0 ||
      (mask !== undefined && !(/^\d{1,3}$/.test(mask) && Number(mask) <= bits)) ||
      address.includes('%')
    )
      throw invalid(`Invalid IP address format: ${text || JSON.stringify(value)}`);
    return `${address}/${mask === undefined ? bits : Number(mask)}`;
  },
  schema: () => ({ type: 'string' }),
  optionsType: 'string',
  filter: 'text',
  widget: 'address',
};

/** An address with its mask. */
export const ipAddress = (options: FieldOptions = {}): Unnamed => ({ kind: ipAddressKind, ...options });
