import { parseNetwork, spanOf } from '#base/ip/network.ts';
import type { Span } from '#base/ip/span.ts';
import type { ReadContext } from '#operations/read/context.ts';

/** Which addresses count: of one VRF (undefined for the global table), or of all. */
export interface TakenRequest {
  readonly within: string;
  readonly vrf: string | null;
  readonly anyVrf: boolean;
}

/** How many addresses one statement reads. */
const portion = 1000;

/** Hosts of the addresses inside a network, ascending, read in portions as far as they are asked for. */
export async function* takenAddresses(
  context: ReadContext,
  { within, vrf, anyVrf }: TakenRequest,
): AsyncGenerator<Span> {
  const vrfSql = anyVrf ? '' : vrf === null ? ' and vrf_id is null' : ' and vrf_id = $3';
  for (let after: string | null = null; ; ) {
    // The cast of a host to inet is what NetBox's index on the table is made of.
    const rows = await context.rows(
      `select host(address) from ipam_ipaddress where host(address)::inet <<= $1::inet
        and ($2::inet is null or host(address)::inet > $2::inet)${vrfSql}
        order by host(address)::inet limit ${portion}`,
      [within, after, ...(anyVrf || vrf === null ? [] : [vrf])],
    );
    for (const [host] of rows) yield spanOf(parseNetwork(host!)!);
    if (rows.length < portion) return;
    after = rows.at(-1)![0]!;
  }
}
