import { bitsOf } from '#base/ip/address.ts';
import { parseNetwork } from '#base/ip/network.ts';
import type { Action, ActionRequest, Answer } from '#operations/action.ts';
import { findRow } from '../find-row.ts';
import { permitted } from '../permitted.ts';
import { allocate, allocationLocks, type Wanted, wantedOf } from './allocate.ts';
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
async function rangeSpace(request: ActionRequest): Promise<AddressSpace> {
  const model = 'ipam.iprange';
  const where = request.permits(request.context.registry.get(model), 'view');
  const [start, end, vrf, isPopulated, network] = await findRow(request, {
    model,
    select:
      't.start_address, t.end_address, t.vrf_id, t.mark_populated, inet_merge(host(t.start_address)::inet, host(t.end_address)::inet)',
    where,
  });
  const first = parseNetwork(start!)!;
  return {
    family: first.family,
    span: isPopulated === 't' ? { first: 1n, last: 0n } : { first: first.value, last: parseNetwork(end!)!.value },
    network: network!,
    length: first.length,
    vrf: vrf!,
    anyVrf: false,
    skipsRanges: false,
  };
}

const child = 'ipam.ipaddress';

/** An address may have a longer mask than its parent, never a shorter one. */
function maskError({ prefix_length: asked }: Wanted, { family, length }: AddressSpace) {
  if (asked === undefined || asked === null) return undefined;
  const mask = maskOf(asked);
  if (mask === undefined) return { prefix_length: ['A valid integer is required.'] };
  if (mask < length)
    return { prefix_length: `Prefix length must be greater than or equal to the parent mask length (${length})` };
  if (mask > bitsOf(family)) return { prefix_length: `Invalid prefix length (${mask}) for IPv${family}` };
  return undefined;
}

const maskOf = (value: unknown): number | undefined =>
  (typeof value === 'number' && Number.isInteger(value)) || (typeof value === 'string' && /^\s*-?\d+\s*$/.test(value))
    ? Number(value)
    : undefined;

const allocateIn = (request: ActionRequest, wanted: readonly Wanted[], space: AddressSpace): Promise<Answer> =>
  allocate(request, wanted, {
    model: child,
    lock: allocationLocks.addresses,
    check: (one) => maskError(one, space),
    async place(context, all) {
      const addresses = await availableAddresses(context, space, all.length);
      if (addresses.length < all.length) return undefined;
      return addresses.map((address, index) => ({
        address: `${address}/${maskOf(all[index]!.prefix_length) ?? space.length}`,
        vrf: space.vrf === null ? null : Number(space.vrf),
      }));
    },
  });

async function listIn(request: ActionRequest, space: AddressSpace): Promise<Answer> {
  const { context } = request;
  const [addresses, vrf] = await Promise.all([
    availableAddresses(context, space, availableLimit(request)),
    vrfText(context, space.vrf),
  ]);
  const texts = addresses.map(
    (address) => `{"family":${space.family},"address":"${address}/${space.length}","vrf":${vrf}}`,
  );
  return { status: 200, json: `[${texts.join(',')}]` };
}

const availableIn = (model: string, spaceOf: (request: ActionRequest) => Promise<AddressSpace>): Action => ({
  model,
  path: 'available-ips',
  methods: ['GET', 'POST'],
  async run(request) {
    if (request.method === 'POST') {
      const wanted = wantedOf(request, child);
      return allocateIn(request, wanted, await spaceOf(request));
    }
    permitted(request, child);
    return listIn(request, await spaceOf(request));
  },
});

/** Free addresses of a prefix, ascending; POST makes addresses of the first ones. */
export const prefixAvailableIps = availableIn('ipam.prefix', prefixSpace);

/** Free addresses of a range, ascending; POST makes addresses of the first ones. */
export const rangeAvailableIps = availableIn('ipam.iprange', rangeSpace);
