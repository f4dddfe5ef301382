import { type DemoNetwork, slugged } from './network.ts';
import { sites } from './plan.ts';

/** Circuits between the sites and to the Internet, at the routers' ports; a tunnel beside them. */
export async function addWideArea(net: DemoNetwork): Promise<void> {
  const operations = net.id('tenancy.tenant', 'IT Operations');
  await net.add('circuits.provider', [slugged('Deichnetz'), slugged('Kranich Telekom')]);
  const dyke = net.id('circuits.provider', 'Deichnetz');
  const crane = net.id('circuits.provider', 'Kranich Telekom');
  await net.add('circuits.provideraccount', [
    { provider: dyke, name: 'Deichnetz contract', account: 'DN-20417' },
    { provider: crane, name: 'Kranich contract', account: 'KT-88-1930' },
  ]);
  const [internet] = await net.add('circuits.providernetwork', [{ provider: crane, name: 'Kranich Internet' }]);
  await net.add('circuits.circuittype', [
    { ...slugged('Dark fibre'), color: '3f51b5' },
    { ...slugged('Internet access'), color: '4caf50' },
  ]);

  // ---- Circuits
  const [campus, hamburg, bremen] = sites.map(({ name, code }) => ({ id: net.id('dcim.site', name), code }));
  const links = [
    { cid: 'DN-LIN-HAM', from: campus!, to: hamburg!, kilometres: 48 },
    { cid: 'DN-HAM-BRE', from: hamburg!, to: bremen!, kilometres: 112 },
    { cid: 'DN-BRE-LIN', from: bremen!, to: campus!, kilometres: 121 },
  ];
  const accesses = [campus!, hamburg!, bremen!].map((site) => ({ cid: `KT-${site.code.toUpperCase()}-1`, site }));
  await net.add('circuits.circuit', [
    ...links.map(({ cid, kilometres }) => ({
      cid,
      provider: dyke,
      provider_account: net.id('circuits.provideraccount', 'Deichnetz contract'),
      type: net.id('circuits.circuittype', 'Dark fibre'),
      tenant: operations,
      install_date: '2021-05-17',
      distance: kilometres,
      distance_unit: 'km',
      custom_fields: { support_ends: '2031-05-16' },
    })),
    ...accesses.map(({ cid }) => ({
      cid,
      provider: crane,
      provider_account: net.id('circuits.provideraccount', 'Kranich contract'),
      type: net.id('circuits.circuittype', 'Internet access'),
      tenant: operations,
      install_date: '2023-02-01',
      commit_rate: 1000000,
    })),
  ]);

  // ---- Their ends
  const at = (cid: string, side: 'A' | 'Z', type: string, id: number, speed: number) => ({
    circuit: net.id('circuits.circuit', cid),
    term_side: side,
    termination_type: type,
    termination_id: id,
    port_speed: speed,
  });
  const ends = await net.add('circuits.circuittermination', [
    ...links.flatMap(({ cid, from, to }) => [
      at(cid, 'A', 'dcim.site', from.id, 100000000),
      at(cid, 'Z', 'dcim.site', to.id, 100000000),
    ]),
    ...accesses.flatMap(({ cid, site }) => [
      at(cid, 'A', 'dcim.site', site.id, 10000000),
      at(cid, 'Z', 'circuits.providernetwork', internet!, 10000000),
    ]),
  ]);
  const end = (index: number) => ({ object_type: 'circuits.circuittermination', object_id: ends[index] });
  const cable = (index: number, port: string) => ({
    type: 'smf-os2',
    a_terminations: [end(index)],
    b_terminations: [net.end('interface', port)],
  });
  await net.add('dcim.cable', [
    ...links.flatMap(({ from, to }, index) => [
      cable(index * 2, `${from.code}-rtr-1 hu5`),
      cable(index * 2 + 1, `${to.code}-rtr-2 hu5`),
    ]),
    ...accesses.map(({ site }, index) => cable(links.length * 2 + index * 2, `${site.code}-rtr-1 xe8`)),
  ]);
  await addTunnel(net);
}

async function addTunnel(net: DemoNetwork): Promise<void> {
  const [ike] = await net.add('vpn.ikeproposal', [
    {
      name: 'Strong handshake',
      authentication_method: 'certificates',
      encryption_algorithm: 'aes-256-gcm',
      authentication_algorithm: 'hmac-sha512',
      group: 20,
      sa_lifetime: 28800,
    },
  ]);
  const [handshake] = await net.add('vpn.ikepolicy', [{ name: 'Between sites', version: 2, proposals: [ike] }]);
  const [sealing] = await net.add('vpn.ipsecproposal', [
    {
      name: 'Strong sealing',
      encryption_algorithm: 'aes-256-gcm',
      authentication_algorithm: 'hmac-sha512',
      sa_lifetime_seconds: 3600,
    },
  ]);
  const [policy] = await net.add('vpn.ipsecpolicy', [{ name: 'Between sites', proposals: [sealing], pfs_group: 20 }]);
  const [profile] = await net.add('vpn.ipsecprofile', [
    { name: 'Site to site', mode: 'esp', ike_policy: handshake, ipsec_policy: policy },
  ]);
  const [group] = await net.add('vpn.tunnelgroup', [slugged('Fallback')]);
  const [tunnel] = await net.add('vpn.tunnel', [
    {
      name: 'lin-ham-fallback',
      status: 'active',
      encapsulation: 'ipsec-tunnel',
      ipsec_profile: profile,
      group,
      tunnel_id: 1632,
      tenant: net.id('tenancy.tenant', 'IT Operations'),
      description: 'Takes over when the dark fibre is cut',
    },
  ]);
  const firewalls = ['lin-fw-1', 'ham-fw-1'];
  const addresses = await net.add(
    'ipam.ipaddress',
    firewalls.map((name, index) => ({
      address: `198.51.100.${index * 16 + 2}/28`,
      assigned_object_type: 'dcim.interface',
      assigned_object_id: net.id('dcim.interface', `${name} xe2`),
      dns_name: `vpn.${name}.lindenhof.example`,
    })),
  );
  await net.add(
    'vpn.tunneltermination',
    firewalls.map((name, index) => ({
      tunnel,
      role: 'peer',
      termination_type: 'dcim.interface',
      termination_id: net.id('dcim.interface', `${name} tun0`),
      outside_ip: addresses[index],
    })),
  );
}
