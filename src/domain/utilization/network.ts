/** How many addresses a network has, as a number of any size. */
const size = (network: string) =>
  `power(2::numeric, (case family(${network}) when 4 then 32 else 128 end) - masklen(${network}))`;

/** Addresses in the largest of the networks below one, each counted once. */
const sizeOfChildren = (children: string) => `(
    select coalesce(sum(${size('c.prefix')}), 0) from (select distinct prefix from (${children}) every) c
      where not exists (select from (${children}) o where o.prefix >> c.prefix)
  )`;

/** Whether an address or range is of the prefix's VRF; global containers hold those of every VRF. */
const ofVrf = (row: string) => `
  (${row}.vrf_id is not distinct from t.vrf_id or (t.vrf_id is null and t.status = 'container'))`;

const containedRanges = `
  select r.start_address, r.end_address, r.size from ipam_iprange r
    where r.mark_utilized and ${ofVrf('r')}
      and r.start_address <<= t.prefix and r.end_address <<= t.prefix`;

/** Whether an address lies in a network, as the index of hosts can tell. */
const hostIn = (address: string, network: string) =>
  `(host(${address}))::inet between host(network(${network}))::inet and host(broadcast(${network}))::inet`;

/** Single addresses, but for those in ranges that count as a whole. */
const addresses = `
  (select count(distinct host(a.address)) from ipam_ipaddress a
    where ${hostIn('a.address', 't.prefix')} and ${ofVrf('a')} and not exists (
      select from (${containedRanges}) r
        where host(a.address)::inet between host(r.start_address)::inet and host(r.end_address)::inet))
  + (select coalesce(sum(r.size), 0) from (${containedRanges}) r)`;

/** The first and the last address of an IPv4 network that is no pool are not for hosts. */
const usable = `
  case when family(t.prefix) = 4 and masklen(t.prefix) < 31 and not t.is_pool then ${size('t.prefix')} - 2
    else ${size('t.prefix')} end`;

const below = `select p.prefix from ipam_prefix p where p.prefix << t.prefix and p.vrf_id is not distinct from t.vrf_id`;
const belowAggregate = 'select p.prefix from ipam_prefix p where p.prefix <<= t.prefix';

/** Per cent of a network: containers by their networks, others by their addresses; what is marked so is full. */
export const networkUtilization = {
  prefix: `
    case when t.mark_utilized then 100 else least(100, 100.0 * (
      case when t.status = 'container' then ${sizeOfChildren(below)} / ${size('t.prefix')}
      else (${addresses}) / ${usable} end
    )) end`,
  aggregate: `least(100, 100.0 * ${sizeOfChildren(belowAggregate)} / ${size('t.prefix')})`,
  range: `
    case when t.mark_utilized then 100 else least(100, 100.0 * (
      select count(*) from ipam_ipaddress a
        where host(a.address)::inet between host(t.start_address)::inet and host(t.end_address)::inet
          and a.vrf_id is not distinct from t.vrf_id
    ) / nullif(t.size, 0)) end`,
};
