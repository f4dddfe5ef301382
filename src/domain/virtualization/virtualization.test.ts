import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { insertRow } from '#test/insert-row.ts';
import { tryWrites } from '../rules/try-writes.ts';

const { sql } = await testDatabase();
const write = await tryWrites(sql);
const machine = 'virtualization.virtualmachine';
const port = 'virtualization.vminterface';

const lines = async (text: string): Promise<string[]> =>
  ((await sql.unsafe(text).values()) as unknown as (string | null)[][]).map((row) =>
    row.map((one) => one ?? '-').join(' '),
  );

before(async () => {
  const put = (table: string, row: Record<string, unknown>) => insertRow(sql, table, row);
  const device = {
    device_type_id: 1,
    role_id: 1,
    status: 'active',
    local_context_data: null,
    _config_context_data: null,
  };
  for (const id of [1, 2]) await put('dcim_site', { id, name: `S${id}`, slug: `s${id}`, status: 'active' });
  await put('dcim_manufacturer', { id: 1, name: 'M', slug: 'm' });
  await put('dcim_devicetype', { id: 1, manufacturer_id: 1, model: 'D', slug: 'd' });
  await put('dcim_devicerole', { id: 1, name: 'R', slug: 'r' });
  await put('virtualization_clustertype', { id: 1, name: 'T', slug: 't' });
  await put('virtualization_cluster', { id: 1, name: 'C1', type_id: 1, status: 'active', _site_id: 1 });
  await put('virtualization_cluster', { id: 2, name: 'C2', type_id: 1, status: 'active' });
  await put('dcim_device', { ...device, id: 1, name: 'host', site_id: 1, cluster_id: 1 });
  await put('dcim_device', { ...device, id: 2, name: 'alone', site_id: 2 });
  await put('ipam_vlan', { id: 1, vid: 1, name: 'here', site_id: 1, status: 'active' });
  await put('ipam_vlan', { id: 2, vid: 2, name: 'there', site_id: 2, status: 'active' });
  await put('ipam_vlan', { id: 3, vid: 3, name: 'anywhere', status: 'active' });
  await put('virtualization_virtualmachinetype', {
    id: 1,
    name: 'small',
    slug: 'small',
    default_vcpus: 2,
    default_memory: 512,
  });
});

const machines: readonly (readonly [name: string, body: Record<string, unknown>, ...refused: string[]])[] = [
  ['nowhere', {}, '__all__'],
  ['in a cluster', { cluster: 1 }],
  ['on a host of the cluster', { cluster: 1, device: 1, site: 1 }],
  ['on a lone device', { device: 2 }],
  ['in a cluster of another site', { cluster: 1, site: 2 }, 'cluster'],
  ['on a device of another site', { device: 2, site: 1 }, 'site'],
  ['on a host without its cluster', { device: 1 }, 'cluster'],
  ['on a device outside of the cluster', { cluster: 2, device: 2 }, 'device'],
  ['with a context that is no object', { cluster: 1, local_context_data: [1] }, 'local_context_data'],
  ['of a type', { cluster: 2, virtual_machine_type: 1, memory: 64 }],
];

test('where a machine can be', async (t) => {
  for (const [name, body, ...refused] of machines)
    await t.test(name, async () => {
      assert.deepEqual((await write.create(machine, { name, ...body })).refused, refused);
    });
  assert.deepEqual(
    await lines(
      'select name, site_id, vcpus, memory, _config_context_generation from virtualization_virtualmachine order by id',
    ),
    ['in a cluster 1 - - 1', 'on a host of the cluster 1 - - 1', 'on a lone device 2 - - 1', 'of a type - 2.00 64 1'],
  );
});

test('a rendered context is void once what decides on it changes', async () => {
  await insertRow(sql, 'extras_tag', { id: 1, name: 'a', slug: 'a' });
  const { keys } = await write.create(machine, { name: 'tagged', site: 1, tags: [1] });
  const generation = async () =>
    Number(
      (await lines(`select _config_context_generation from virtualization_virtualmachine where id = ${keys[0]}`))[0],
    );
  assert.equal(await generation(), 2);
  for (const [change, expected] of [
    [{ comments: 'x' }, 2],
    [{ local_context_data: { a: 1, b: 2 } }, 3],
    [{ local_context_data: { b: 2, a: 1 } }, 3],
    [{ tags: [1] }, 3],
    [{ tags: [] }, 4],
    [{ site: 2, add_tags: [1] }, 6],
    [{ remove_tags: [1] }, 7],
  ] as const) {
    assert.deepEqual((await write.update(machine, { id: keys[0], ...change })).refused, []);
    assert.equal(await generation(), expected, JSON.stringify(change));
  }
});

test('disks add up', async () => {
  const { keys } = await write.create(machine, { name: 'disks', site: 1 });
  const id = Number(keys[0]);
  const disk = () => lines(`select disk from virtualization_virtualmachine where id = ${id}`);
  const made = await write.create('virtualization.virtualdisk', [
    { virtual_machine: id, name: 'a', size: 10 },
    { virtual_machine: id, name: 'b', size: 20 },
  ]);
  assert.deepEqual(await disk(), ['30']);
  assert.deepEqual((await write.update(machine, { id, disk: 40 })).refused, ['disk']);
  assert.deepEqual((await write.update(machine, { id, disk: null })).refused, []);
  assert.deepEqual(await disk(), ['30']);
  await write.update('virtualization.virtualdisk', { id: made.keys[0], size: 15 });
  assert.deepEqual(await disk(), ['35']);
  await write.remove('virtualization.virtualdisk', ...made.keys);
  assert.deepEqual(await disk(), ['-']);
});

test('clusters and their hosts are at one place; machines follow', async () => {
  assert.deepEqual(
    (await write.update('virtualization.cluster', { id: 1, scope_type: 'dcim.site', scope_id: 2 })).refused,
    ['scope'],
  );
  assert.deepEqual(
    (await write.update('virtualization.cluster', { id: 2, scope_type: 'dcim.site', scope_id: 2 })).refused,
    [],
  );
  assert.deepEqual(await lines("select site_id from virtualization_virtualmachine where name = 'of a type'"), ['2']);
});

const interfaces: readonly (readonly [name: string, body: Record<string, unknown>, ...refused: string[]])[] = [
  ['eth0', {}],
  ['below its own', { parent: { name: 'eth0' }, bridge: { name: 'eth0' } }],
  ['a provider VLAN without Q-in-Q', { mode: 'tagged', qinq_svlan: 3 }, 'qinq_svlan'],
  ['a VLAN of the site', { mode: 'access', untagged_vlan: 1 }],
  ['a VLAN of no site', { mode: 'tagged', tagged_vlans: [1, 3] }],
  ['a VLAN of another site', { mode: 'access', untagged_vlan: 2 }, 'untagged_vlan'],
  ['a tagged VLAN of another site', { mode: 'tagged', tagged_vlans: [3, 2] }, 'tagged_vlans'],
  ['no mode', { untagged_vlan: 1 }],
  ['no MAC address', { mac_address: 'no' }, 'mac_address'],
  ['an empty MAC address', { mac_address: '' }, 'mac_address'],
];

test('what an interface can be', async (t) => {
  for (const [name, body, ...refused] of interfaces)
    await t.test(name, async () => {
      assert.deepEqual((await write.create(port, { name, virtual_machine: 1, ...body })).refused, refused);
    });
  assert.deepEqual(await lines("select untagged_vlan_id from virtualization_vminterface where name = 'no mode'"), [
    '-',
  ]);
  const [id] = await lines("select id from virtualization_vminterface where name = 'a VLAN of no site'");
  await write.update(port, { id, mode: 'access' });
  assert.deepEqual(
    await lines(`select count(*) from virtualization_vminterface_tagged_vlans where vminterface_id = ${id}`),
    ['0'],
  );
  const [other] = (await write.create(port, { name: 'x', virtual_machine: 2 })).keys;
  assert.deepEqual((await write.update(port, { id, parent: Number(other) })).refused, ['parent']);
  assert.deepEqual((await write.update(port, { id, bridge: Number(id) })).refused, ['bridge']);
});

test('MAC addresses are made, found, named and taken away', async () => {
  const changes = () =>
    lines(`select m.model, c.action from core_objectchange c join django_content_type m on m.id = c.changed_object_type_id
      where c.id > (select coalesce(max(id), 0) from core_objectchange where object_repr = 'x') order by c.id`);
  const id = (await write.create(port, { name: 'mac', virtual_machine: 1, mac_address: 'aa-bb-cc-00-00-01' })).keys[0]!;
  assert.deepEqual(await changes(), ['vminterface create', 'macaddress create', 'vminterface update']);
  const shown = () =>
    lines(`select a.mac_address, (select count(*) from dcim_macaddress o where o.assigned_object_id = i.id) from virtualization_vminterface i
      left join dcim_macaddress a on a.id = i.primary_mac_address_id where i.id = ${id}`);
  for (const [address, expected] of [
    ['AA:BB:CC:00:00:02', 'aa:bb:cc:00:00:02 2'],
    ['AABBCC000001', 'aa:bb:cc:00:00:01 2'],
    [null, '- 2'],
  ] as const) {
    assert.deepEqual((await write.update(port, { id, mac_address: address })).refused, []);
    assert.deepEqual(await shown(), [expected]);
  }
  const [first] = await lines("select id from dcim_macaddress where mac_address = 'aa:bb:cc:00:00:01'");
  const primary = { primary_mac_address: Number(first) };
  assert.deepEqual((await write.update(port, { id, ...primary, mac_address: 'AA:BB:CC:00:00:02' })).refused, [
    '__all__',
  ]);
  assert.deepEqual((await write.update(port, { id, ...primary, mac_address: 'AA:BB:CC:00:00:01' })).refused, []);
  const other = { name: 'other', virtual_machine: 1 };
  const [second] = await lines("select id from dcim_macaddress where mac_address = 'aa:bb:cc:00:00:02'");
  assert.deepEqual((await write.create(port, { ...other, primary_mac_address: Number(second) })).refused, ['__all__']);
  await insertRow(sql, 'dcim_macaddress', { id: 100, mac_address: '00:00:00:00:00:09' });
  const { keys } = await write.create(port, { ...other, primary_mac_address: 100 });
  assert.deepEqual(await lines('select assigned_object_id from dcim_macaddress where id = 100'), [keys[0]]);
});
