import { type Address, bitsOf, type Family } from './address.ts';
import { formatAddress } from './format-address.ts';
import { parseAddress } from './parse-address.ts';
import type { Span } from './span.ts';

/** An address with the length of its prefix: `10.0.0.5/24`. The bits behind the length may be set. */
export interface Network extends Address {
  readonly length: number;
}

/** Reads `10.0.0.0/8` or PostgreSQL's `10.0.0.1`, which means the full length; undefined where the text is neither. */
export function parseNetwork(text: string): Network | undefined {
  const [host, mask, ...more] = text.split('/') as [string, string | undefined, ...string[]];
  const address = parseAddress(host);
  if (!address || more.length > 0) return undefined;
  const bits = bitsOf(address.family);
  if (mask === undefined) return { ...address, length: bits };
  const length = /^\d{1,3}$/.test(mask) ? Number(mask) : Infinity;
  return length <= bits ? { ...address, length } : undefined;
}

/** `10.0.0.0/8`, the mask always written. */
export const formatNetwork = (network: Network): string => `${formatAddress(network)}/${network.length}`;

/** The first and the last address of the network that the address lies in. */
export function spanOf({ family, value, length }: Network): Span {
  const rest = lowBits(family, length);
  return { first: value & ~rest, last: value | rest };
}

const lowBits = (family: Family, length: number): bigint => (1n << BigInt(bitsOf(family) - length)) - 1n;
