import { parseNetwork } from '#base/ip/network.ts';
import type { Action, ActionRequest } from '#operations/action.ts';
import { findRow } from '../find-row.ts';
import { permitted } from '../permitted.ts';
import { type AddressSpace, availableAddresses, usableSpan } from './available-addresses.ts';
import { availableLimit } from './available-limit.ts';
import { vrfText } from './vrf-text.ts';

/** The space that a prefix is. A container in the global table holds addresses of every VRF. */
async function prefixSpace(request: ActionRequest): Promise<AddressSpace> {
  const model = 'ipam.prefix';
  const where = request.permits(request.context.registry.get(model), 'view');
  const [text, vrf, status, isPool] = await findRow(request, {
    model,
    select: 't.prefix, t.vrf_id, t.status, t.is_pool',
    where,
  });
  const prefix = parseNetwork(text!)!;
  return {
    family: prefix.family,
    span: usableSpan(prefix, isPool === 't'),
    network: text!,
    length: prefix.length,
    vrf: vrf!,
    anyVrf: vrf === null && status === 'container',
    skipsRanges: true,
  };
}

/** The space that a range is: none at all where it is marked populated. */
async function rangeSpace(request: ActionRequest): Promise<AddressSpace | undefined> {
  const model = 'ipam.iprange';
  const where = request.permits(request.context.registry.get(model), 'view');
  const [start, end, vrf, isPopulated, network] = await findRow(request, {
    model,
    select:
      't.start_address, t.end_address, t.vrf_id, t.mark_populated, inet_merge(host(t.start_address)::inet, host(t.end_address)::inet)',
    where,
  });
  if (isPopulated === 't') return undefined;
  const first = parseNetwork(start!)!;
  return {
    family: first.family,
    span: { first: first.value, last: parseNetwork(end!)!.value },
    network: network!,
    length: first.length,
    vrf: vrf!,
    anyVrf: false,
    skipsRanges: false,
  };
}

const availableIn = (
  model: string,
  spaceOf: (request: ActionRequest) => Promise<AddressSpace | undefined>,
): Action => ({
  model,
  path: 'available-ips',
  methods: ['GET'],
  async run(request) {
    permitted(request, 'ipam.ipaddress');
    const space = await spaceOf(request);
    if (!space) return { status: 200, json: '[]' };
    const { context } = request;
    const [addresses, vrf] = await Promise.all([
      availableAddresses(context, space, availableLimit(request)),
      vrfText(context, space.vrf),
    ]);
    const texts = addresses.map(
      (address) => `{"family":${space.family},"address":"${address}/${space.length}","vrf":${vrf}}`,
    );
    return { status: 200, json: `[${texts.join(',')}]` };
  },
});

/** Free addresses of a prefix, ascending. */
export const prefixAvailableIps = availableIn('ipam.prefix', prefixSpace);

/** Free addresses of a range, ascending. */
export const rangeAvailableIps = availableIn('ipam.iprange', rangeSpace);
