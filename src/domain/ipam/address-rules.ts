import { bitsOf } from '#base/ip/address.ts';
import { formatAddress } from '#base/ip/format-address.ts';
import { type Network, spanOf } from '#base/ip/network.ts';
import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { draftRows, storedKeys } from '../rules/draft-rows.ts';
import { namedAddresses } from './named-addresses.ts';
import { networkOf } from './network-of.ts';
import { inUniqueSpace } from './unique-space.ts';

/** Roles whose addresses may be at several places at once. */
const shared = ['anycast', 'vip', 'vrrp', 'hsrp', 'glbp', 'carp'];

/** Labels of letters, digits, hyphens and underscores; the first may be an asterisk (RFC 4592), the last may end in a dot. */
const dnsName = /^([0-9A-Za-z_-]+|\*)(\.[0-9A-Za-z_-]+)*\.?$/;

/** Addresses: what they may be assigned to, once in a unique space, outside of populated ranges. */
export const addressRules: ModelRules = {
  prepare(drafts) {
    for (const draft of drafts)
      if (draft.get('dns_name') && !dnsName.test(draft.get('dns_name')!))
        draft.errors.add(
          'dns_name',
          'Only alphanumeric characters, asterisks, hyphens, periods, and underscores are allowed in DNS names',
        );
  },

  async validate(drafts, context) {
    for (const draft of drafts) {
      const address = networkOf(draft, 'address');
      if (address.length === 0) draft.errors.add('address', 'Cannot create IP address with /0 mask.');
      else if (draft.get('assigned_object_id') !== null) refuseEdges(draft, address);
    }
    await refuseDuplicates(free(drafts), context);
    await refusePopulated(free(drafts), context);
    await namedAddresses(free(drafts), context);
    for (const draft of free(drafts))
      if (draft.get('status') === 'slaac' && networkOf(draft, 'address').family !== 6)
        draft.errors.add('status', 'Only IPv6 addresses can be assigned SLAAC status');
  },

  derive(drafts) {
    for (const draft of drafts) draft.set('dns_name', draft.get('dns_name')?.toLowerCase() ?? '');
  },
};

const free = (drafts: readonly Draft[]): Draft[] => drafts.filter(({ errors }) => !errors.any);

/** The network's own address and, of IPv4, its broadcast address can't be an interface's, but in a network of one or two. */
function refuseEdges(draft: Draft, address: Network): void {
  const bits = bitsOf(address.family);
  if (address.length >= bits - 1) return;
  const { first, last } = spanOf(address);
  const text = formatAddress(address);
  if (address.value === first)
    draft.errors.add(wholeObject, `${text} is a network ID, which may not be assigned to an interface.`);
  else if (address.family === 4 && address.value === last)
    draft.errors.add(wholeObject, `${text} is a broadcast address, which may not be assigned to an interface.`);
}

async function refuseDuplicates(drafts: readonly Draft[], context: WriteContext): Promise<void> {
  const unique = await inUniqueSpace(drafts, context);
  if (unique.length === 0) return;
  const rows = await context.rows(
    `with n as (select row_number() over () - 1 as place, address, vrf_id from json_populate_recordset(null::ipam_ipaddress, $1))
     select n.place, bool_and(coalesce(o.role, '') = any($3)) from n join ipam_ipaddress o
       on cast(host(o.address) as inet) = cast(host(n.address) as inet) and o.vrf_id is not distinct from n.vrf_id
       and not o.id = any($2) group by n.place`,
    [draftRows(unique, ['address', 'vrf']), storedKeys(drafts), `{${shared.join(',')}}`],
  );
  const others = new Map(rows.map(([place, all]) => [Number(place), all === 't']));
  const seen = new Map<string, boolean>();
  for (const [place, draft] of unique.entries()) {
    const { family, value } = networkOf(draft, 'address');
    const host = `${draft.get('vrf')} ${family} ${value}`;
    const mayShare = shared.includes(draft.get('role') ?? '');
    const found = [others.get(place), seen.get(host)].filter((one) => one !== undefined);
    if (found.length > 0 && !(mayShare && found.every(Boolean)))
      draft.errors.add('address', `Duplicate IP address found in its table: ${draft.get('address')}`);
    seen.set(host, mayShare && seen.get(host) !== false);
  }
}

/** New addresses stay out of ranges that are marked as populated. */
async function refusePopulated(drafts: readonly Draft[], context: WriteContext): Promise<void> {
  const fresh = drafts.filter(({ isNew }) => isNew);
  if (fresh.length === 0) return;
  const rows = await context.rows(
    `with n as (select row_number() over () - 1 as place, address, vrf_id from json_populate_recordset(null::ipam_ipaddress, $1))
     select n.place from n where exists (select from ipam_iprange r where r.mark_populated
       and r.vrf_id is not distinct from n.vrf_id and cast(host(r.start_address) as inet) <= cast(host(n.address) as inet)
       and cast(host(r.end_address) as inet) >= cast(host(n.address) as inet))`,
    [draftRows(fresh, ['address', 'vrf'])],
  );
  for (const [place] of rows) {
    const draft = fresh[Number(place)]!;
    draft.errors.add('address', `Cannot create IP address ${draft.get('address')} inside a populated range.`);
  }
}
