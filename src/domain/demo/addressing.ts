import { type DemoNetwork, numbers, slugged } from './network.ts';
import { addressIn, sites, vlans } from './plan.ts';

/** The plan of addresses: aggregates, VRFs, VLANs of each site and their prefixes. */
export async function addAddressPlan(net: DemoNetwork): Promise<void> {
  const operations = net.id('tenancy.tenant', 'IT Operations');

  // ---- Registries, aggregates, numbers
  await net.add('ipam.rir', [{ ...slugged('Private use'), is_private: true }, slugged('Registry for Europe')]);
  const own = net.id('ipam.rir', 'Private use');
  const europe = net.id('ipam.rir', 'Registry for Europe');
  await net.add('ipam.aggregate', [
    { prefix: '10.0.0.0/8', rir: own, description: 'Everything inside' },
    { prefix: '198.51.100.0/24', rir: europe, date_added: '2014-03-01', description: 'Reachable from outside' },
    { prefix: '2001:db8::/32', rir: europe, date_added: '2014-03-01' },
  ]);
  await net.add('ipam.asn', [
    { asn: 64500, rir: europe, tenant: operations, description: 'Lindenhof Instruments' },
    ...sites.map(({ name, octet }) => ({ asn: 65000 + octet, rir: own, tenant: operations, description: name })),
  ]);
  await net.change(
    'dcim.site',
    sites.map(({ name, octet }) => ({ id: net.id('dcim.site', name), asns: [net.id('ipam.asn', 65000 + octet)] })),
  );

  // ---- VRFs
  const vrfs = ['Corporate', 'Management', 'Guests'];
  await net.add(
    'ipam.routetarget',
    vrfs.map((_, index) => ({ name: `64500:${(index + 1) * 100}`, tenant: operations })),
  );
  await net.add(
    'ipam.vrf',
    vrfs.map((name, index) => {
      const target = net.id('ipam.routetarget', `64500:${(index + 1) * 100}`);
      return {
        name,
        rd: `64500:${(index + 1) * 10}`,
        tenant: operations,
        import_targets: [target],
        export_targets: [target],
      };
    }),
  );

  // ---- VLANs
  await net.add('ipam.role', ['Production', 'Offices', 'Guests', 'Management', 'Backbone'].map(slugged));
  const groups = await net.add(
    'ipam.vlangroup',
    sites.map(({ name }) => ({
      ...slugged(`${name} VLANs`),
      scope_type: 'dcim.site',
      scope_id: net.id('dcim.site', name),
      vid_ranges: [[100, 999]],
    })),
  );
  const ids = await net.add(
    'ipam.vlan',
    sites.flatMap(({ code }, index) =>
      vlans.map(({ vid, name, role }) => ({
        vid,
        name: `${code}-${name.toLowerCase()}`,
        group: groups[index],
        role: net.id('ipam.role', role),
        tenant: operations,
      })),
    ),
  );

  // ---- Prefixes
  const scoped = (name: string) => ({
    scope_type: 'dcim.site',
    scope_id: net.id('dcim.site', name),
    tenant: operations,
  });
  await net.add('ipam.prefix', [
    ...sites.flatMap(({ name, octet }) =>
      vrfs.map((vrf) => ({
        prefix: `10.${octet}.0.0/16`,
        vrf: net.id('ipam.vrf', vrf),
        status: 'container',
        ...scoped(name),
      })),
    ),
    ...sites.flatMap(({ name, octet }, index) =>
      vlans.map(({ vrf, role, third, bits, name: vlan }, position) => ({
        prefix: `10.${octet}.${third}.0/${bits}`,
        vrf: net.id('ipam.vrf', vrf),
        role: net.id('ipam.role', role),
        vlan: ids[index * vlans.length + position],
        description: `${vlan} of ${name}`,
        ...scoped(name),
      })),
    ),
    ...sites.map(({ name, octet }) => ({
      prefix: `10.${octet}.255.0/24`,
      vrf: net.id('ipam.vrf', 'Corporate'),
      role: net.id('ipam.role', 'Backbone'),
      description: `Loopbacks of ${name}`,
      ...scoped(name),
    })),
    ...sites.map(({ name, octet }) => ({ prefix: `2001:db8:${octet}::/48`, ...scoped(name) })),
    { prefix: '198.51.100.0/24', role: net.id('ipam.role', 'Backbone'), status: 'container' },
    ...sites.map(({ name }, index) => ({
      prefix: `198.51.100.${index * 16}/28`,
      role: net.id('ipam.role', 'Backbone'),
      ...scoped(name),
    })),
  ]);
  await net.add(
    'ipam.iprange',
    sites.flatMap((site) =>
      ([210, 300] as const).map((vid) => ({
        start_address: addressIn(site, vid, 50),
        end_address: addressIn(site, vid, 549),
        vrf: net.id('ipam.vrf', vid === 210 ? 'Corporate' : 'Guests'),
        description: 'Given out by DHCP',
      })),
    ),
  );
  await net.add(
    'ipam.servicetemplate',
    (
      [
        ['SSH', 'tcp/22'],
        ['HTTPS', 'tcp/443'],
        ['PostgreSQL', 'tcp/5432'],
      ] as const
    ).map(([name, port]) => ({
      name,
      port_mappings: [port],
    })),
  );
}

/** Addresses on interfaces; each becomes its device's primary one, those of a `bmc` the one out of band. */
export async function addDeviceAddresses(net: DemoNetwork): Promise<void> {
  const rows = await net.context.rows(
    `select d.id, d.name, s.name, i.id, i.name from dcim_interface i join dcim_device d on d.id = i.device_id
     join dcim_site s on s.id = d.site_id
     where i.name in ('mgmt0', 'bmc', 'lo0') or (i.name = 'eth0' and d.name like '%srv%') or (i.name = 'eth0' and d.name like '%ap%')
     order by d.id, i.id`,
  );
  const taken = new Map<string, number>();
  const wanted = rows.map(([device, deviceName, siteName, id, name]) => {
    const site = sites.find((one) => one.name === siteName)!;
    const loopback = name === 'lo0';
    const vid = name === 'eth0' && deviceName!.includes('srv') ? 100 : 900;
    const pool = `${siteName} ${loopback ? 'loopbacks' : vid}`;
    const host = (taken.get(pool) ?? 9) + 1;
    taken.set(pool, host);
    const address = loopback ? `10.${site.octet}.255.${host}/32` : addressIn(site, vid, host);
    return {
      device: Number(device),
      as: name === 'bmc' ? 'oob_ip' : loopback ? undefined : 'primary_ip4',
      body: {
        address,
        vrf: net.id('ipam.vrf', vid === 900 && !loopback ? 'Management' : 'Corporate'),
        assigned_object_type: 'dcim.interface',
        assigned_object_id: Number(id),
        dns_name: `${name === 'bmc' ? 'bmc.' : loopback ? 'lo.' : ''}${deviceName}.lindenhof.example`,
        role: loopback ? 'loopback' : undefined,
      },
    };
  });
  const ids = await net.add(
    'ipam.ipaddress',
    wanted.map(({ body: { role, ...body } }) => (role ? { ...body, role } : body)),
  );
  const byDevice = new Map<number, Record<string, number>>();
  for (const [index, { device, as }] of wanted.entries())
    if (as) byDevice.set(device, { ...byDevice.get(device), [as]: ids[index]! });
  await net.change(
    'dcim.device',
    [...byDevice].map(([id, addresses]) => ({ id, ...addresses })),
  );
}

/** Addresses of gateways: the first of each VLAN, kept by a group of two routers. */
export async function addGateways(net: DemoNetwork): Promise<void> {
  for (const site of sites) {
    const [group] = await net.add('ipam.fhrpgroup', [
      { name: `${site.code}-gateway`, protocol: 'vrrp3', group_id: site.octet, description: `Gateway of ${site.name}` },
    ]);
    await net.add('ipam.fhrpgroupassignment', [
      ...numbers(2).map((n) => ({
        group,
        interface_type: 'dcim.interface',
        interface_id: net.id('dcim.interface', `${site.code}-rtr-${n} hu8`),
        priority: n === 1 ? 110 : 100,
      })),
    ]);
    await net.add('ipam.ipaddress', [
      {
        address: addressIn(site, 210, 1),
        vrf: net.id('ipam.vrf', 'Corporate'),
        role: 'vrrp',
        assigned_object_type: 'ipam.fhrpgroup',
        assigned_object_id: group,
      },
    ]);
  }
}
