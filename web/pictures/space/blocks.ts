/** A network as a number of its first address, and how many leading bits it fixes. */
export interface Network {
  readonly start: bigint;
  readonly length: number;
  readonly family: 4 | 6;
}

/** A rectangle in shares of the whole: 0 to 1. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** `10.0.0.0/8`, `2001:db8::/32` → its numbers. Throws where it is no prefix. */
export function parseNetwork(text: string): Network {
  const [address = '', bits = ''] = text.split('/');
  const family = address.includes(':') ? 6 : 4;
  const length = Number(bits);
  const start = family === 4 ? four(address) : six(address);
  if (start === undefined || !/^\d+$/.test(bits)) throw new Error(`not a prefix: ${text}`);
  return { start, length, family };
}

function four(address: string): bigint | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part))) return undefined;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function six(address: string): bigint | undefined {
  const [head = '', tail] = address.split('::');
  const groups = (text: string) => (text ? text.split(':') : []);
  const [before, after] = [groups(head), groups(tail ?? '')];
  const missing = 8 - before.length - after.length;
  if (missing < 0 || (tail === undefined && missing > 0)) return undefined;
  const all = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  if (all.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return all.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}

/**
 * Where a network lies within another when the whole is halved once for every bit, first into left and right, then
 * into upper and lower: networks of the same length are equally large, and neighbours lie next to each other.
 */
export function boxOf(network: Network, within: Network): Box {
  const size = network.family === 4 ? 32 : 128;
  let box: Box = { x: 0, y: 0, width: 1, height: 1 };
  for (let bit = within.length; bit < network.length; bit++) {
    const upper = (network.start >> BigInt(size - 1 - bit)) & 1n;
    box =
      (bit - within.length) % 2 === 0
        ? { ...box, width: box.width / 2, x: box.x + (upper ? box.width / 2 : 0) }
        : { ...box, height: box.height / 2, y: box.y + (upper ? box.height / 2 : 0) };
  }
  return box;
}

/** A prefix without the octets that all prefixes within another share: `10.48.8.0/22` within `10.48.0.0/16` is `8.0/22`. */
export function shortLabel(prefix: string, within: Network): string {
  if (within.family !== 4) return prefix;
  return prefix
    .split('.')
    .slice(Math.floor(within.length / 8))
    .join('.');
}
