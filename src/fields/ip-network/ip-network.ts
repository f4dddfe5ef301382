import { isIP } from 'node:net';
import { formatNetwork, parseNetwork, spanOf } from '#base/ip/network.ts';
import type { FieldOptions, Unnamed } from '../field.ts';
import { quoted } from '../json-text.ts';
import type { Kind } from '../kind.ts';
import { invalid } from '../parse.ts';

const ipNetworkKind: Kind = {
  name: 'ipNetwork',
  columnType: () => 'cidr',
  render: () => quoted,
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
      throw invalid(`Invalid IP prefix format: ${text || JSON.stringify(value)}`);
    const length = mask === undefined ? bits : Number(mask);
    const network = parseNetwork(`${address}/${length}`);
    if (!network) throw invalid(`Invalid IP prefix format: ${text}`);
    const { first } = spanOf(network);
    const meant = formatNetwork({ ...network, value: first });
    if (network.value !== first) throw invalid(`${text} is not a valid prefix. Did you mean ${meant}?`);
    return `${address}/${length}`;
  },
  schema: () => ({ type: 'string' }),
  optionsType: 'string',
  filter: 'text',
  widget: 'network',
};

/** An IPv4 or IPv6 network. */
export const ipNetwork = (options: FieldOptions = {}): Unnamed => ({ kind: ipNetworkKind, ...options });
