import type { Address } from './address.ts';

/** Reads `10.0.0.1`, `2001:db8::1` or `::ffff:10.0.0.1`; undefined where the text is no address. */
export function parseAddress(text: string): Address | undefined {
  const value = text.includes(':') ? version6(text) : version4(text);
  return value === undefined ? undefined : { family: text.includes(':') ? 6 : 4, value };
}

function version4(text: string): bigint | undefined {
  const bytes = text.split('.');
  if (bytes.length !== 4 || !bytes.every((byte) => /^\d{1,3}$/.test(byte) && Number(byte) <= 255)) return undefined;
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

function version6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half, index) => (half === '' ? [] : groups(half, index === halves.length - 1)));
  if (!head || (halves.length === 2 && !tail)) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const all = [...head, ...new Array<bigint>(missing).fill(0n), ...(tail ?? [])];
  return all.reduce((value, group) => (value << 16n) | group, 0n);
}

/** The 16-bit groups of one side of `::`; a dotted ending counts as two, and only the address's own end may be one. */
function groups(text: string, isEnd: boolean): bigint[] | undefined {
  const parts = text.split(':');
  const found: bigint[] = [];
  for (const [index, part] of parts.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(part)) found.push(BigInt(`0x${part}`));
    else {
      const dotted = isEnd && index === parts.length - 1 ? version4(part) : undefined;
      if (dotted === undefined) return undefined;
      found.push(dotted >> 16n, dotted & 0xffffn);
    }
  }
  return found;
}
