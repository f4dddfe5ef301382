import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { insertRow } from '#test/insert-row.ts';
import { tryWrites } from '../rules/try-writes.ts';

const { sql } = await testDatabase();
const write = await tryWrites(sql);

/** Rows of a query as texts, columns joined by spaces. */
const lines = async (text: string): Promise<string[]> =>
  ((await sql.unsafe(text).values()) as unknown as (string | null)[][]).map((row) => row.join(' '));

before(async () => {
  await insertRow(sql, 'ipam_rir', { id: 1, name: 'R', slug: 'r' });
  await insertRow(sql, 'ipam_vrf', { id: 1, name: 'strict', rd: '1:1', enforce_unique: true });
  await insertRow(sql, 'ipam_vrf', { id: 2, name: 'loose', rd: '1:2', enforce_unique: false });
  await sql.unsafe("select setval('ipam_vrf_id_seq', 2)");
  await insertRow(sql, 'ipam_fhrpgroup', { id: 1, group_id: 1, protocol: 'vrrp2' });
  await insertRow(sql, 'ipam_vlantranslationpolicy', { id: 1, name: 'p' });
  await insertRow(sql, 'dcim_sitegroup', { id: 1, name: 'G', slug: 'g' });
  await insertRow(sql, 'dcim_site', { id: 1, name: 'In', slug: 'in', status: 'active', group_id: 1 });
  await insertRow(sql, 'dcim_site', { id: 2, name: 'Out', slug: 'out', status: 'active' });
  await insertRow(sql, 'virtualization_virtualmachine', { id: 1, name: 'a', status: 'active', site_id: 1 });
  await insertRow(sql, 'virtualization_virtualmachine', { id: 2, name: 'b', status: 'active', site_id: 1 });
  for (const [id, machine] of [
    [1, 1],
    [2, 1],
    [3, 2],
  ])
    await insertRow(sql, 'virtualization_vminterface', { id, name: `eth${id}`, virtual_machine_id: machine });
});

test('prefixes know their place through every move', async () => {
  const shown = () =>
    lines(
      `select prefix || coalesce('@' || vrf_id, ''), _depth, _children from ipam_prefix order by vrf_id nulls first, prefix`,
    );
  await write.create('ipam.prefix', [
    { prefix: '10.0.0.0/8' },
    { prefix: '10.1.1.0/24' },
    { prefix: '10.2.0.0/16', vrf: 2 },
  ]);
  assert.deepEqual(await shown(), ['10.0.0.0/8 0 1', '10.1.1.0/24 1 0', '10.2.0.0/16@2 0 0']);

  const { keys } = await write.create('ipam.prefix', { prefix: '10.1.0.0/16' });
  assert.deepEqual(await shown(), ['10.0.0.0/8 0 2', '10.1.0.0/16 1 1', '10.1.1.0/24 2 0', '10.2.0.0/16@2 0 0']);

  await write.create('ipam.prefix', [
    { prefix: '10.2.0.0/16', vrf: 2 },
    { prefix: '10.2.3.0/24', vrf: 2 },
  ]);
  assert.deepEqual((await shown()).slice(3), ['10.2.0.0/16@2 0 1', '10.2.0.0/16@2 0 1', '10.2.3.0/24@2 1 0']);

  await write.update('ipam.prefix', { id: keys[0], vrf: 2, prefix: '10.0.0.0/14' });
  assert.deepEqual(await shown(), [
    '10.0.0.0/8 0 1',
    '10.1.1.0/24 1 0',
    '10.0.0.0/14@2 0 3',
    '10.2.0.0/16@2 1 1',
    '10.2.0.0/16@2 1 1',
    '10.2.3.0/24@2 2 0',
  ]);

  await write.remove('ipam.prefix', keys[0]!);
  assert.deepEqual((await shown()).slice(2), ['10.2.0.0/16@2 0 1', '10.2.0.0/16@2 0 1', '10.2.3.0/24@2 1 0']);
});

/** What is created, in order, and which fields are refused. */
const creations: readonly (readonly [name: string, model: string, body: object, ...refused: string[]])[] = [
  ['a prefix with host bits', 'ipam.prefix', { prefix: '10.0.0.1/24' }, 'prefix'],
  ['a prefix of everything', 'ipam.prefix', { prefix: '0.0.0.0/0' }, 'prefix'],
  ['an IPv6 prefix', 'ipam.prefix', { prefix: '2001:DB8::/32' }],
  ['the same one, spelled otherwise', 'ipam.prefix', { prefix: '2001:db8:0::/32' }, 'prefix'],
  ['the same one in a VRF', 'ipam.prefix', { prefix: '2001:db8::/32', vrf: 1 }],
  [
    'twice in one request',
    'ipam.prefix',
    [
      { prefix: '10.9.0.0/16', vrf: 1 },
      { prefix: '10.9.0.0/16', vrf: 1 },
    ],
    '1 prefix',
  ],
  [
    'a scope that is no place',
    'ipam.prefix',
    { prefix: '10.8.0.0/16', scope_type: 'dcim.rack', scope_id: 1 },
    'scope_type',
  ],
  ['a scope without its object', 'ipam.prefix', { prefix: '10.8.0.0/16', scope_type: 'dcim.site' }, '__all__'],
  ['an object without its model', 'ipam.prefix', { prefix: '10.8.0.0/16', scope_id: 1 }, 'scope_type'],

  ['an aggregate', 'ipam.aggregate', { prefix: '10.0.0.0/8', rir: 1 }],
  ['one inside it', 'ipam.aggregate', { prefix: '10.1.0.0/16', rir: 1 }, 'prefix'],
  ['one around it', 'ipam.aggregate', { prefix: '8.0.0.0/6', rir: 1 }, 'prefix'],
  ['one beside it', 'ipam.aggregate', { prefix: '11.0.0.0/8', rir: 1 }],

  ['an address', 'ipam.ipaddress', { address: '10.0.0.1/24', dns_name: 'A.Example' }],
  ['the same host', 'ipam.ipaddress', { address: '10.0.0.1/32' }, 'address'],
  [
    'the same host as VIP beside one that is none',
    'ipam.ipaddress',
    { address: '10.0.0.1/32', role: 'vip' },
    'address',
  ],
  ['a VIP', 'ipam.ipaddress', { address: '10.0.0.2/24', role: 'vip' }],
  ['the same VIP', 'ipam.ipaddress', { address: '10.0.0.2/24', role: 'anycast' }],
  [
    'the same host in a loose VRF, twice',
    'ipam.ipaddress',
    [
      { address: '10.0.0.1/24', vrf: 2 },
      { address: '10.0.0.1/24', vrf: 2 },
    ],
  ],
  [
    'twice in one request',
    'ipam.ipaddress',
    [
      { address: '10.0.0.9/24', vrf: 1 },
      { address: '10.0.0.9/25', vrf: 1 },
    ],
    '1 address',
  ],
  ['a name with a space', 'ipam.ipaddress', { address: '10.0.0.3/24', dns_name: 'a b' }, 'dns_name'],
  ['a name of everything below', 'ipam.ipaddress', { address: '10.0.0.4/24', dns_name: '*.a_b.example.' }],
  ['SLAAC of IPv4', 'ipam.ipaddress', { address: '10.0.0.3/24', status: 'slaac' }, 'status'],
  [
    'a network id for an interface',
    'ipam.ipaddress',
    { address: '10.1.0.0/24', assigned_object_type: 'virtualization.vminterface', assigned_object_id: 1 },
    '__all__',
  ],
  [
    'a broadcast address for an interface',
    'ipam.ipaddress',
    { address: '10.1.0.255/24', assigned_object_type: 'virtualization.vminterface', assigned_object_id: 1 },
    '__all__',
  ],
  [
    'either end of a link',
    'ipam.ipaddress',
    { address: '10.1.0.0/31', assigned_object_type: 'virtualization.vminterface', assigned_object_id: 1 },
  ],
  [
    'an interface that is not there',
    'ipam.ipaddress',
    { address: '10.1.1.1/24', assigned_object_type: 'virtualization.vminterface', assigned_object_id: 99 },
    'assigned_object_id',
  ],
  [
    'an address for a site',
    'ipam.ipaddress',
    { address: '10.1.1.1/24', assigned_object_type: 'dcim.site', assigned_object_id: 1 },
    'assigned_object_type',
  ],

  [
    'a populated range',
    'ipam.iprange',
    { start_address: '10.3.0.10/24', end_address: '10.3.0.20/24', mark_populated: true },
  ],
  ['an address inside it', 'ipam.ipaddress', { address: '10.3.0.15/24' }, 'address'],
  ['the same address in a VRF', 'ipam.ipaddress', { address: '10.3.0.15/24', vrf: 1 }],
  ['a range over it', 'ipam.iprange', { start_address: '10.3.0.1/24', end_address: '10.3.0.10/24' }, '__all__'],
  [
    'two ranges over each other',
    'ipam.iprange',
    [
      { start_address: '10.4.0.1/24', end_address: '10.4.0.9/24' },
      { start_address: '10.4.0.5/24', end_address: '10.4.0.6/24' },
    ],
    '1 __all__',
  ],
  ['a range backwards', 'ipam.iprange', { start_address: '10.4.0.9/24', end_address: '10.4.0.1/24' }, 'end_address'],
  ['a range of two masks', 'ipam.iprange', { start_address: '10.4.0.1/24', end_address: '10.4.0.9/25' }, 'end_address'],
  [
    'a range of two families',
    'ipam.iprange',
    { start_address: '10.4.0.1/24', end_address: '2001:db8::9/24' },
    'end_address',
  ],
  [
    'a range too large',
    'ipam.iprange',
    { start_address: '2001:db8::/64', end_address: '2001:db8::1:0:0/64' },
    '__all__',
  ],

  ['no distinguisher', 'ipam.vrf', { name: 'x', rd: '' }],
  ['no distinguisher again', 'ipam.vrf', { name: 'y', rd: '' }],
  ['a distinguisher again', 'ipam.vrf', { name: 'z', rd: '1:1' }, 'rd'],
  [
    'a priority beyond eight bits',
    'ipam.fhrpgroupassignment',
    { group: 1, interface_type: 'virtualization.vminterface', interface_id: 1, priority: 256 },
    'priority',
  ],
  [
    'a first one',
    'ipam.fhrpgroupassignment',
    { group: 1, interface_type: 'virtualization.vminterface', interface_id: 1, priority: 1 },
  ],
  [
    'the same',
    'ipam.fhrpgroupassignment',
    { group: 1, interface_type: 'virtualization.vminterface', interface_id: 1, priority: 2 },
    '__all__',
  ],
  ['a rule', 'ipam.vlantranslationrule', { policy: 1, local_vid: 1, remote_vid: 2 }],
  ['the same local id', 'ipam.vlantranslationrule', { policy: 1, local_vid: 1, remote_vid: 3 }, '__all__'],
  ['a reserved remote id', 'ipam.vlantranslationrule', { policy: 1, local_vid: 2, remote_vid: 4095 }, 'remote_vid'],

  ['AS numbers backwards', 'ipam.asnrange', { name: 'r', slug: 'r', rir: 1, start: 9, end: 9 }, '__all__'],
  [
    'a group of VLANs',
    'ipam.vlangroup',
    {
      name: 'in',
      slug: 'in',
      vid_ranges: [
        [10, 19],
        [30, 30],
      ],
      scope_type: 'dcim.site',
      scope_id: 1,
    },
  ],
  ['a group of a site group', 'ipam.vlangroup', { name: 'g', slug: 'g', scope_type: 'dcim.sitegroup', scope_id: 1 }],
  [
    'ranges over each other',
    'ipam.vlangroup',
    {
      name: 'x',
      slug: 'x',
      vid_ranges: [
        [30, 40],
        [10, 30],
      ],
    },
    'vid_ranges',
  ],
  ['a reserved id', 'ipam.vlangroup', { name: 'x', slug: 'x', vid_ranges: [[0, 40]] }, 'vid_ranges'],
  ['an id beyond twelve bits', 'ipam.vlangroup', { name: 'x', slug: 'x', vid_ranges: [[1, 4095]] }, 'vid_ranges'],
  ['a range backwards', 'ipam.vlangroup', { name: 'x', slug: 'x', vid_ranges: [[9, 7]] }, 'vid_ranges'],
  ['no range', 'ipam.vlangroup', { name: 'x', slug: 'x', vid_ranges: [] }, 'vid_ranges'],
  ['a VLAN of its group', 'ipam.vlan', { name: 'a', vid: 30, group: 1, site: 1 }],
  ['an id outside of the group', 'ipam.vlan', { name: 'b', vid: 20, group: 1 }, 'vid'],
  ['another site than the group', 'ipam.vlan', { name: 'b', vid: 11, group: 1, site: 2 }, '__all__'],
  ['a site outside of the group', 'ipam.vlan', { name: 'b', vid: 11, group: 2, site: 2 }, '__all__'],
  ['a site inside of the group', 'ipam.vlan', { name: 'b', vid: 11, group: 2, site: 1, qinq_role: 'svlan' }],
  ['a customer without a provider', 'ipam.vlan', { name: 'c', vid: 12, qinq_role: 'cvlan' }, 'qinq_role'],
  [
    'a provider inside a provider',
    'ipam.vlan',
    { name: 'c', vid: 12, qinq_role: 'svlan', qinq_svlan: 1 },
    'qinq_svlan',
  ],
  ['a customer', 'ipam.vlan', { name: 'c', vid: 12, qinq_role: 'cvlan', qinq_svlan: 2 }],

  ['mappings', 'ipam.servicetemplate', { name: 's', port_mappings: ['TCP/080', 'udp/53'] }],
  ['the former spelling', 'ipam.servicetemplate', { name: 't', protocol: 'tcp', ports: [443, 80] }],
  ['half of it', 'ipam.servicetemplate', { name: 'u', protocol: 'tcp' }, '__all__'],
  ['none', 'ipam.servicetemplate', { name: 'u' }, 'port_mappings'],
  ['no ports', 'ipam.servicetemplate', { name: 'u', protocol: 'tcp', ports: [] }, 'ports'],
  [
    'both, disagreeing',
    'ipam.servicetemplate',
    { name: 'u', protocol: 'udp', ports: [80], port_mappings: ['tcp/80'] },
    '__all__',
  ],
  ['both, agreeing', 'ipam.servicetemplate', { name: 'v', protocol: 'tcp', ports: [80], port_mappings: ['tcp/80'] }],
  ['a mapping twice', 'ipam.servicetemplate', { name: 'u', port_mappings: ['tcp/80', 'tcp/0080'] }, 'port_mappings'],
  ['a port that is none', 'ipam.servicetemplate', { name: 'u', port_mappings: ['tcp/65536'] }, 'port_mappings'],
  ['an unknown protocol', 'ipam.servicetemplate', { name: 'u', protocol: 'icmp', ports: [1] }, 'protocol'],
];

test('what is created, and what is refused', async (t) => {
  for (const [name, model, body, ...refused] of creations)
    await t.test(`${model}: ${name}`, async () => {
      assert.deepEqual((await write.create(model, body as Record<string, unknown>)).refused, refused);
    });
});

test('what follows from what was given', async () => {
  assert.deepEqual(await lines('select dns_name from ipam_ipaddress where id = 1'), ['a.example']);
  assert.deepEqual(await lines('select size from ipam_iprange order by id limit 1'), ['11']);
  assert.deepEqual(await lines('select total_vlan_ids from ipam_vlangroup order by id'), ['11', '4094']);
  assert.deepEqual(await lines('select name, port_mappings from ipam_servicetemplate order by id'), [
    's {tcp/80,udp/53}',
    't {tcp/443,tcp/80}',
    'v {tcp/80}',
  ]);
});

test('half of the former spelling changes that half', async () => {
  const [[id]] = (await sql`select id from ipam_servicetemplate where name = 't'`.values()) as unknown as [[string]];
  assert.deepEqual((await write.update('ipam.servicetemplate', { id, protocol: 'udp' })).refused, []);
  assert.deepEqual((await write.update('ipam.servicetemplate', { id, ports: [1] })).refused, []);
  assert.deepEqual(await lines("select port_mappings from ipam_servicetemplate where name = 't'"), ['{udp/1}']);
});

test('a primary address stays with what it is primary of', async () => {
  const at = (id: number) => ({ assigned_object_type: 'virtualization.vminterface', assigned_object_id: id });
  const { keys } = await write.create('ipam.ipaddress', { address: '10.5.0.1/24', ...at(1) });
  const id = keys[0]!;
  assert.deepEqual(
    (await write.update('virtualization.virtualmachine', { id: 1, primary_ip4: Number(id) })).refused,
    [],
  );
  assert.deepEqual((await write.update('ipam.ipaddress', { id, ...at(3) })).refused, ['__all__']);
  assert.deepEqual(
    (await write.update('ipam.ipaddress', { id, assigned_object_type: null, assigned_object_id: null })).refused,
    ['__all__'],
  );
  assert.deepEqual((await write.update('ipam.ipaddress', { id, ...at(2) })).refused, []);
  assert.deepEqual((await write.remove('ipam.ipaddress', id)).refused, []);
  assert.deepEqual(await lines('select primary_ip4_id from virtualization_virtualmachine where id = 1'), ['']);
  assert.deepEqual(
    await lines(`select action, prechange_data->>'primary_ip4', postchange_data->>'primary_ip4' from core_objectchange
      where changed_object_type_id = (select id from django_content_type where model = 'virtualmachine') order by id desc limit 1`),
    [`update ${id} `],
  );
});
