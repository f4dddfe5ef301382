import { bitsOf, type Family } from '#base/ip/address.ts';
import { carve } from '#base/ip/carve.ts';
import { freeSpans } from '#base/ip/free-spans.ts';
import { formatNetwork, type Network, parseNetwork, spanOf } from '#base/ip/network.ts';
import { networksOfSpan } from '#base/ip/networks-of-span.ts';
import type { Action, ActionRequest, Answer } from '#operations/action.ts';
import type { ReadContext } from '#operations/read/context.ts';
import { findRow } from '../find-row.ts';
import { permitted } from '../permitted.ts';
import { allocate, allocationLocks, type Wanted, wantedOf } from './allocate.ts';
import { vrfText } from './vrf-text.ts';

/** The largest free networks inside a prefix, ascending. A container in the global table holds prefixes of every VRF. */
async function freeNetworks(
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

interface Parent {
  readonly prefix: string;
  readonly vrf: string | null;
  readonly anyVrf: boolean;
}

async function parentOf(request: ActionRequest): Promise<Parent> {
  const [prefix, vrf, status] = await findRow(request, {
    model: 'ipam.prefix',
    select: 't.prefix, t.vrf_id, t.status',
    where: request.permits(request.context.registry.get('ipam.prefix'), 'view'),
  });
  return { prefix: prefix!, vrf: vrf!, anyVrf: vrf === null && status === 'container' };
}

/** What is free inside a prefix, in the fewest networks; POST makes prefixes of wanted lengths there. */
export const availablePrefixes: Action = {
  model: 'ipam.prefix',
  path: 'available-prefixes',
  methods: ['GET', 'POST'],
  async run(request) {
    if (request.method === 'POST') {
      const wanted = wantedOf(request, 'ipam.prefix');
      return allocateIn(request, wanted, await parentOf(request));
    }
    permitted(request, 'ipam.prefix');
    const { context } = request;
    const parent = await parentOf(request);
    const [networks, text] = await Promise.all([freeNetworks(context, parent), vrfText(context, parent.vrf)]);
    const texts = networks.map(
      (network) => `{"family":${network.family},"prefix":"${formatNetwork(network)}","vrf":${text}}`,
    );
    return { status: 200, json: `[${texts.join(',')}]` };
  },
};

function lengthError({ prefix_length: length }: Wanted, family: Family) {
  if (length === undefined || length === null) return { prefix_length: 'this field can not be missing' };
  if (!Number.isInteger(length)) return { prefix_length: 'this field must be int type' };
  const isLength = (length as number) >= 0 && (length as number) <= bitsOf(family);
  return isLength ? undefined : { prefix_length: `Invalid prefix length (${length}) for IPv${family}` };
}

function allocateIn(request: ActionRequest, wanted: readonly Wanted[], parent: Parent): Promise<Answer> {
  const { family } = parseNetwork(parent.prefix)!;
  return allocate(request, wanted, {
    model: 'ipam.prefix',
    lock: allocationLocks.prefixes,
    asMade: { children: 0, _depth: 0 },
    check: (one) => lengthError(one, family),
    async place(context, all) {
      const lengths = all.map(({ prefix_length: length }) => length as number);
      const found = carve(await freeNetworks(context, parent), lengths);
      const vrf = parent.vrf === null ? null : Number(parent.vrf);
      return found?.map((network) => ({ prefix: formatNetwork(network), vrf }));
    },
  });
}
