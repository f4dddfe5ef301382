import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';

const ipNetworkKind: Kind = {
  name: 'ipNetwork',
  columnType: () => 'cidr',
  render: () => quoted,
  schema: () => ({ type: 'string' }),
  optionsType: 'field',
  filter: 'text',
  widget: 'network',
};

/** An IPv4 or IPv6 network. */
export const ipNetwork = (options: FieldOptions = {}): Unnamed => ({ kind: ipNetworkKind, ...options });
