import type { FieldOptions, Unnamed } from '../field.ts';
import type { Kind } from '../kind.ts';

/** PostgreSQL leaves the mask of a host address away; the API always gives it. */
function withMask(text: string): string {
  return text.includes('/') ? `"${text}"` : text.includes(':') ? `"${text}/128"` : `"${text}/32"`;
}

const ipAddressKind: Kind = {
  name: 'ipAddress',
  columnType: () => 'inet',
  render: () => withMask,
  schema: () => ({ type: 'string' }),
  optionsType: 'field',
  filter: 'text',
  widget: 'address',
};

/** An address with its mask. */
export const ipAddress = (options: FieldOptions = {}): Unnamed => ({ kind: ipAddressKind, ...options });
