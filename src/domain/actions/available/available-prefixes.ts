import { freeSpans } from '#base/ip/free-spans.ts';
import { formatNetwork, type Network, parseNetwork, spanOf } from '#base/ip/network.ts';
import { networksOfSpan } from '#base/ip/networks-of-span.ts';
import type { Action } from '#operations/action.ts';
import type { ReadContext } from '#operations/read/context.ts';
import { findRow } from '../find-row.ts';
import { permitted } from '../permitted.ts';
import { vrfText } from './vrf-text.ts';

/** The largest free networks inside a prefix, ascending. A container in the global table holds prefixes of every VRF. */
export async function freeNetworks(
  context: ReadContext,
  { prefix, vrf, anyVrf }: { prefix: string; vrf: string | null; anyVrf: boolean },
): Promise<Network[]> {
  // Only the outermost children matter: what lies inside another child takes nothing more.
  const rows = await context.rows(
    `select prefix from ipam_prefix where prefix << $1::inet and ($2 or vrf_id is not distinct from $3::bigint)
      order by prefix`,
    [prefix, anyVrf, vrf],
  );
  const whole = parseNetwork(prefix)!;
  const taken = rows.map(([text]) => spanOf(parseNetwork(text!)!));
  return [...freeSpans(spanOf(whole), taken)].flatMap((span) => [...networksOfSpan(whole.family, span)]);
}

/** What is free inside a prefix, in the fewest networks. */
export const availablePrefixes: Action = {
  model: 'ipam.prefix',
  path: 'available-prefixes',
  methods: ['GET'],
  async run(request) {
    const { context } = request;
    const where = permitted(request, 'ipam.prefix');
    const [prefix, vrf, status] = await findRow(request, {
      model: 'ipam.prefix',
      select: 't.prefix, t.vrf_id, t.status',
      where,
    });
    const anyVrf = vrf === null && status === 'container';
    const [networks, text] = await Promise.all([
      freeNetworks(context, { prefix: prefix!, vrf: vrf!, anyVrf }),
      vrfText(context, vrf!),
    ]);
    const texts = networks.map(
      (network) => `{"family":${network.family},"prefix":"${formatNetwork(network)}","vrf":${text}}`,
    );
    return { status: 200, json: `[${texts.join(',')}]` };
  },
};
