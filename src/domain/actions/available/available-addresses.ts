import { bitsOf, type Family } from '#base/ip/address.ts';
import { formatAddress } from '#base/ip/format-address.ts';
import { freeSpansOf } from '#base/ip/free-spans.ts';
import { mergeSpans } from '#base/ip/merge-spans.ts';
import { type Network, parseNetwork, spanOf } from '#base/ip/network.ts';
import type { Span } from '#base/ip/span.ts';
import type { ReadContext } from '#operations/read/context.ts';
import { takenAddresses } from './taken-addresses.ts';

/** Where addresses are sought: a prefix or a range, as its row says. */
export interface AddressSpace {
  readonly family: Family;
  /** Addresses that may be given out. */
  readonly span: Span;
  /** The network that all of them lie in, as PostgreSQL reads it. */
  readonly network: string;
  /** The mask that addresses get. */
  readonly length: number;
  readonly vrf: string | null;
  /** Whether addresses of every VRF count as taken. */
  readonly anyVrf: boolean;
  /** Whether ranges that are marked populated are left out. */
  readonly skipsRanges: boolean;
}

/** The first free addresses of a space, without their mask. Reads no more than it needs, however large the space is. */
export async function availableAddresses(context: ReadContext, space: AddressSpace, limit: number): Promise<string[]> {
  const found: string[] = [];
  const ranges = space.skipsRanges ? await populatedRanges(context, space) : [];
  const taken = mergeSpans(takenAddresses(context, { ...space, within: space.network }), ranges);
  for await (const { first, last } of freeSpansOf(space.span, taken))
    for (let value = first; value <= last; value++) {
      if (found.length >= limit) return found;
      found.push(formatAddress({ family: space.family, value }));
    }
  return found;
}

/** Ranges of the space's VRF that are marked populated and lie inside it, ascending. */
async function populatedRanges(context: ReadContext, { network, vrf }: AddressSpace): Promise<Span[]> {
  const rows = await context.rows(
    `select host(start_address), host(end_address) from ipam_iprange
      where mark_populated and vrf_id is not distinct from $2
        and host(start_address)::inet <<= $1::inet and host(end_address)::inet <<= $1::inet
      order by host(start_address)::inet`,
    [network, vrf],
  );
  return rows.map(([start, end]) => ({ first: parseNetwork(start!)!.value, last: parseNetwork(end!)!.value }));
}

/**
 * The addresses of a prefix that hosts may have: all of a pool and of the smallest networks (RFC 3021, RFC 6164), else
 * without network and broadcast address (IPv4) or the Subnet-Router anycast address (IPv6, RFC 4291 section 2.6.1).
 */
export function usableSpan(prefix: Network, isPool: boolean): Span {
  const { first, last } = spanOf(prefix);
  if (isPool || prefix.length >= bitsOf(prefix.family) - 1) return { first, last };
  return { first: first + 1n, last: prefix.family === 4 ? last - 1n : last };
}
