import type { Address } from './address.ts';

/**
 * The address as people read it: IPv6 as RFC 5952 section 4 says, with a dotted ending where the C library's inet_ntop
 * writes one (IPv4-compatible and IPv4-mapped addresses), as NetBox does.
 */
export function formatAddress({ family, value }: Address): string {
  return family === 4 ? dotted(value) : version6(value);
}

const dotted = (value: bigint): string => [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 0xffn)).join('.');

function version6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => Number((value >> BigInt(112 - 16 * index)) & 0xffffn));
  const zeros = longestZeros(groups);
  const mapped = zeros.start === 0 && zeros.length === 5 && groups[5] === 0xffff;
  const ending = mapped || (zeros.start === 0 && zeros.length === 6) ? dotted(value & 0xffffffffn) : undefined;
  const texts = groups.map((group) => group.toString(16));
  if (ending !== undefined) texts.splice(6, 2, ending);
  if (zeros.length < 2) return texts.join(':');
  return `${texts.slice(0, zeros.start).join(':')}::${texts.slice(zeros.start + zeros.length).join(':')}`;
}

/** The first of the longest runs of zero groups. */
function longestZeros(groups: readonly number[]): { start: number; length: number } {
  let best = { start: -1, length: 0 };
  for (let start = 0; start < groups.length; ) {
    let end = start;
    while (groups[end] === 0) end++;
    if (end - start > best.length) best = { start, length: end - start };
    start = end + 1;
  }
  return best;
}
