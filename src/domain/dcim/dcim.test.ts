import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { insertRow } from '#test/insert-row.ts';
import { tryWrites } from '../rules/try-writes.ts';

const { sql } = await testDatabase();
const write = await tryWrites(sql);

const lines = async (text: string): Promise<string[]> =>
  ((await sql.unsafe(text).values()) as unknown as (string | null)[][]).map((row) =>
    row.map((one) => one ?? '-').join(' '),
  );

type Body = Record<string, unknown>;
/** What is asked for, and the fields that are refused. */
type Case = readonly [name: string, body: Body, ...refused: string[]];

/** Creates an object for each case, all of one model. */
function creations(model: string, given: Body, cases: readonly Case[]): void {
  test(model, async (t) => {
    for (const [name, body, ...refused] of cases)
      await t.test(name, async () => {
        assert.deepEqual((await write.create(model, { ...given, ...body })).refused, refused);
      });
  });
}

before(async () => {
  const put = (table: string, row: Body) => insertRow(sql, table, row);
  const named = (id: number, name: string) => ({ id, name, slug: name });
  for (const id of [1, 2]) await put('dcim_site', { ...named(id, `s${id}`), status: 'active' });
  for (const id of [1, 2]) await put('dcim_location', { ...named(id, `l${id}`), site_id: id, status: 'active' });
  for (const id of [1, 2]) await put('dcim_manufacturer', named(id, `m${id}`));
  await put('dcim_devicerole', named(1, 'r'));
  await put('dcim_platform', { ...named(1, 'p'), manufacturer_id: 2 });
  const type = (id: number, rest: Body) =>
    put('dcim_devicetype', { id, manufacturer_id: 1, model: `t${id}`, slug: `t${id}`, u_height: 1, ...rest });
  await type(1, { is_full_depth: true });
  await type(2, { is_full_depth: false, u_height: 2, airflow: 'passive' });
  await type(3, { u_height: 0, subdevice_role: 'child' });
  await type(4, { subdevice_role: 'parent', u_height: 2 });
  const rack = (id: number, rest: Body) =>
    put('dcim_rack', {
      id,
      name: `k${id}`,
      site_id: 1,
      status: 'active',
      width: 19,
      u_height: 10,
      starting_unit: 1,
      ...rest,
    });
  await rack(1, { location_id: 1 });
  await rack(2, { site_id: 2 });
  await rack(3, { starting_unit: 5 });
  await put('virtualization_clustertype', named(1, 'c'));
  await put('virtualization_cluster', { id: 1, name: 'c', type_id: 1, status: 'active', _site_id: 2 });
  for (const id of [1, 2]) await put('dcim_powerpanel', { id, name: `pp${id}`, site_id: id });
  for (const id of [1, 2])
    await put('dcim_coolingsource', { id, name: `cs${id}`, site_id: id, type: 'chiller', status: 'active' });
  await put('ipam_vlan', { id: 1, vid: 1, name: 'here', site_id: 1, status: 'active' });
  await put('ipam_vlan', { id: 2, vid: 2, name: 'there', site_id: 2, status: 'active' });
  // Keys given here are not given again.
  await sql.unsafe(
    "select setval(pg_get_serial_sequence(t, 'id'), 100) from unnest(array['dcim_rack', 'dcim_location', 'dcim_devicetype', 'dcim_powerpanel', 'dcim_coolingsource', 'ipam_vlan']) t",
  );
});

creations('dcim.device', { role: 1, site: 1, device_type: 1 }, [
  ['nowhere in particular', { name: 'a' }],
  ['in a rack of another site', { rack: 2 }, 'rack'],
  ['at a location of another site', { location: 2 }, 'location'],
  ['in a rack that is not at the location', { rack: 3, location: 1 }, 'rack'],
  ['a face without a rack', { face: 'front' }, 'face'],
  ['a position without a rack', { position: 1 }, 'position'],
  ['a position without a face', { rack: 1, position: 1 }, 'face'],
  ['a third of a unit', { rack: 1, position: 1.3, face: 'front' }, 'position'],
  ['no height at a position', { device_type: 3, rack: 1, position: 1, face: 'front' }, 'position'],
  ['a child on a face', { device_type: 3, rack: 1, face: 'front' }, 'face'],
  ['of full depth', { rack: 1, position: 1, face: 'front' }],
  ['behind one of full depth', { rack: 1, position: 1, face: 'rear' }, 'position'],
  ['half a unit above', { rack: 1, position: 1.5, face: 'rear' }, 'position'],
  ['in front', { device_type: 2, rack: 1, position: 3, face: 'front' }],
  ['behind it', { device_type: 2, rack: 1, position: 3.5, face: 'rear' }],
  ['across its top', { device_type: 2, rack: 1, position: 4, face: 'front' }, 'position'],
  ['beyond the top', { device_type: 2, rack: 1, position: 10, face: 'front' }, 'position'],
  ['at the top', { rack: 1, position: 10, face: 'front' }],
  ['below the first unit', { rack: 3, position: 4, face: 'front' }, 'position'],
  ["on another maker's platform", { platform: 1 }, 'platform'],
  ['in a cluster elsewhere', { cluster: 1 }, 'cluster'],
]);

test('devices of one request see each other', async () => {
  const at = (position: number) => ({ role: 1, site: 1, device_type: 1, rack: 3, face: 'front', position });
  assert.deepEqual((await write.create('dcim.device', [at(5), at(6), at(5)])).refused, ['2 position']);
  assert.deepEqual((await write.create('dcim.device', [at(5), at(6)])).refused, []);
  const ids = (await lines('select id from dcim_device where rack_id = 3 order by position')).map(Number);
  // One after the other: what is refused stays where it is.
  assert.deepEqual(
    (await write.update('dcim.device', { id: ids[1], position: 5 }, { id: ids[0], position: 6 })).refused,
    [`${ids[1]} position`, `${ids[0]} position`],
  );
  assert.deepEqual(
    (await write.update('dcim.device', { id: ids[1], position: 7 }, { id: ids[0], position: 6 })).refused,
    [],
  );
  assert.deepEqual((await write.update('dcim.rack', { id: 3, u_height: 2 })).refused, ['u_height']);
  assert.deepEqual((await write.update('dcim.rack', { id: 3, starting_unit: 7 })).refused, ['starting_unit']);
  assert.deepEqual((await write.update('dcim.devicetype', { id: 1, u_height: 2 })).refused, ['u_height']);
  assert.deepEqual((await write.update('dcim.devicetype', { id: 1, u_height: 0 })).refused, ['u_height']);
});

test('what devices have from their type and rack, and what follows them', async () => {
  const { keys } = await write.create('dcim.device', { role: 1, site: 1, device_type: 2, rack: 1 });
  assert.deepEqual(await lines(`select airflow, location_id from dcim_device where id = ${keys[0]}`), ['passive 1']);
  const [parent] = (await write.create('dcim.device', { role: 1, site: 1, device_type: 4, name: 'parent' })).keys;
  const [child] = (await write.create('dcim.device', { role: 1, site: 1, device_type: 3, name: 'child' })).keys;
  const bay = { device: Number(parent), name: 'b', installed_device: Number(child) };
  assert.deepEqual((await write.create('dcim.devicebay', { ...bay, device: Number(child) })).refused, ['__all__']);
  assert.deepEqual((await write.create('dcim.devicebay', { ...bay, enabled: false })).refused, ['installed_device']);
  assert.deepEqual((await write.create('dcim.devicebay', { ...bay, installed_device: Number(parent) })).refused, [
    '__all__',
  ]);
  assert.deepEqual((await write.create('dcim.devicebay', bay)).refused, []);
  assert.deepEqual((await write.create('dcim.devicebay', { ...bay, name: 'c' })).refused, ['installed_device']);
  await write.update('dcim.device', { id: parent, rack: 1, location: 1 });
  assert.deepEqual(await lines(`select rack_id, location_id from dcim_device where id = ${child}`), ['1 1']);
  await write.update('dcim.rack', { id: 1, location: null });
  assert.deepEqual(await lines('select distinct location_id from dcim_device where rack_id = 1'), ['-']);
});

creations('dcim.rack', { name: 'x', site: 1 }, [
  ['at a location of another site', { location: 2 }, '__all__'],
  ['a dimension without a unit', { outer_width: 1 }, '__all__'],
  ['a weight without a unit', { weight: 1 }, '__all__'],
  ['a maximum without a unit', { max_weight: 1 }, '__all__'],
  ['measured', { name: 'measured', weight: 1.5, max_weight: 2, weight_unit: 'kg', outer_unit: 'mm' }],
]);

test('racks are as their type is', async () => {
  assert.deepEqual(
    await lines("select _abs_weight, _abs_max_weight, outer_unit from dcim_rack where name = 'measured'"),
    ['1500 2000 -'],
  );
  const body = {
    manufacturer: 1,
    model: 'x',
    slug: 'x',
    form_factor: '4-post-cabinet',
    u_height: 20,
    weight: 1,
    weight_unit: 'lb',
  };
  const [type] = (await write.create('dcim.racktype', body)).keys;
  const [rack] = (await write.create('dcim.rack', { name: 'typed', site: 1, rack_type: Number(type), u_height: 5 }))
    .keys;
  const seen = () => lines(`select form_factor, u_height, _abs_weight from dcim_rack where id = ${rack}`);
  assert.deepEqual(await seen(), ['4-post-cabinet 20 453']);
  await write.update('dcim.racktype', { id: type, u_height: 30 });
  assert.deepEqual(await seen(), ['4-post-cabinet 30 453']);
});

creations('dcim.rackreservation', { rack: 3, user: 1, description: 'x' }, [
  ['units that are there', { units: [5, 6] }],
  ['one that is not', { units: [4] }, 'units'],
  ['one that is taken', { units: [6, 7] }, 'units'],
]);

creations('dcim.powerfeed', { power_panel: 1 }, [
  ['beside a rack of another site', { name: 'a', rack: 2 }, '__all__'],
  ['an alternating voltage below zero', { name: 'a', voltage: -48 }, 'voltage'],
  ['a direct one', { name: 'direct', voltage: -48, supply: 'dc', amperage: 10, max_utilization: 50 }],
  ['of three phases', { name: 'three', phase: 'three-phase', voltage: 230, amperage: 16, max_utilization: 80 }],
]);

test('what power feeds provide', async () => {
  assert.deepEqual(await lines('select name, available_power from dcim_powerfeed order by name'), [
    'direct 240',
    'three 5099',
  ]);
});

creations('dcim.powerpanel', { site: 1, name: 'x' }, [['at a location of another site', { location: 2 }, '__all__']]);
creations('dcim.coolingfeed', { cooling_source: 1, name: 'x' }, [
  ['beside a rack of another site', { rack: 2 }, '__all__'],
  ['a flow without a unit', { max_flow: 1 }, '__all__'],
  ['a flow', { max_flow: 1, max_flow_unit: 'm3ph' }],
]);
creations('dcim.location', { name: 'x', slug: 'x', status: 'active' }, [
  ['below one of another site', { site: 1, parent: 2 }, '__all__'],
  ['below one of its own', { site: 1, parent: 1 }],
]);

test('coolant flows one way', async () => {
  const body = { device: 1, name: 'x' };
  const [intake] = (await write.create('dcim.coolingintake', body)).keys.map(Number);
  const [outflow] = (await write.create('dcim.coolingoutflow', { ...body, cooling_intake: intake })).keys.map(Number);
  assert.deepEqual((await write.update('dcim.coolingintake', { id: intake, cooling_outflow: outflow })).refused, [
    '__all__',
  ]);
  const [next] = (await write.create('dcim.coolingintake', { ...body, name: 'y', cooling_outflow: outflow })).keys;
  assert.ok(next);
});

const port = { device: 1, type: '1000base-t' };
creations('dcim.interface', port, [
  ['parent', { name: 'split', channels: 2 }],
  ['a physical one with a parent', { name: 'x', parent: { name: 'split' } }, 'parent'],
  ['a channel', { name: 'split:1', parent: { name: 'split' }, channel_id: 1 }],
  ['a channel too many', { name: 'x', parent: { name: 'split' }, channel_id: 3 }, 'channel_id'],
  ['a channel of nothing', { name: 'x', channel_id: 1 }, 'parent'],
  ['a channel without a number', { name: 'x', type: 'channel', parent: { name: 'split' } }, 'parent'],
  ['a virtual one split', { name: 'x', type: 'virtual', channels: 2 }, 'channels'],
  ['both', { name: 'x', channels: 2, parent: { name: 'split' }, channel_id: 2 }, '__all__'],
  ['a LAG', { name: 'lag', type: 'lag' }],
  ['a virtual one in it', { name: 'x', type: 'virtual', lag: { name: 'lag' } }, 'lag'],
  ['marked as connected', { name: 'x', type: 'virtual', mark_connected: true }, 'mark_connected'],
  ['power on a virtual one', { name: 'x', type: 'virtual', poe_mode: 'pd' }, 'poe_mode'],
  ['a kind of power without a mode', { name: 'x', poe_type: 'type1-ieee802.3af' }, 'poe_type'],
  ['a radio role on a wire', { name: 'x', rf_role: 'ap' }, 'rf_role'],
  ['a channel on a wire', { name: 'x', rf_channel: '5g-36-5180-20' }, 'rf_channel'],
  [
    'a frequency of its own',
    { name: 'x', type: 'ieee802.11ac', rf_channel: '5g-36-5180-20', rf_channel_frequency: 1 },
    'rf_channel_frequency',
  ],
  ['a radio channel', { name: 'radio', type: 'ieee802.11ac', rf_channel: '5g-36-5180-20' }],
  ['a VLAN without a mode', { name: 'x', untagged_vlan: 1, tagged_vlans: [1] }, 'untagged_vlan', 'tagged_vlans'],
  ['tags on an access port', { name: 'x', mode: 'access', tagged_vlans: [1] }, 'tagged_vlans'],
  ['a VLAN of elsewhere', { name: 'x', mode: 'access', untagged_vlan: 2 }, 'untagged_vlan'],
  ['a tagged VLAN of elsewhere', { name: 'x', mode: 'tagged', tagged_vlans: [2] }, 'tagged_vlans'],
  ['tagged', { name: 'tagged', mode: 'tagged', tagged_vlans: [1] }],
]);

test('interfaces as they change', async () => {
  const id = async (name: string) => Number((await lines(`select id from dcim_interface where name = '${name}'`))[0]);
  const change = async (name: string, body: Body) =>
    (await write.update('dcim.interface', { id: await id(name), ...body })).refused;
  assert.deepEqual(
    await lines("select rf_channel_frequency, rf_channel_width from dcim_interface where name = 'radio'"),
    ['5180.000 20.000'],
  );
  assert.deepEqual(await change('split', { channels: null }), ['channels']);
  assert.deepEqual(await change('split', { bridge: await id('split') }), ['bridge']);
  assert.deepEqual(await change('split', { device: 2 }), ['device']);
  assert.deepEqual(await change('tagged', { mode: 'access' }), ['tagged_vlans']);
  assert.deepEqual(await change('tagged', { mode: 'access', tagged_vlans: [] }), []);
  assert.deepEqual(await change('split', { name: 'renamed' }), []);
  assert.equal((await lines('select name from dcim_interface where channel_id = 1'))[0], 'renamed:1');
});

test('addresses are of the device', async () => {
  const owner = { device: 1, type: '1000base-t' };
  const [own] = (await write.create('dcim.interface', { ...owner, name: 'own' })).keys.map(Number);
  const address = async (text: string, rest: Body = {}) =>
    Number((await write.create('ipam.ipaddress', { address: text, ...rest })).keys[0]);
  const assigned = { assigned_object_type: 'dcim.interface', assigned_object_id: own };
  const [mine, six, loose] = [
    await address('192.0.2.1/24', assigned),
    await address('2001:db8::1/64', assigned),
    await address('192.0.2.9/24'),
  ];
  const change = async (body: Body) => (await write.update('dcim.device', { id: 1, ...body })).refused;
  assert.deepEqual(await change({ primary_ip4: six }), ['primary_ip4']);
  assert.deepEqual(await change({ primary_ip4: loose }), ['primary_ip4']);
  assert.deepEqual(await change({ oob_ip: loose }), ['oob_ip']);
  assert.deepEqual(await change({ primary_ip4: mine, primary_ip6: six, oob_ip: mine }), []);
  const context = { device: 1, name: 'v', status: 'active' };
  assert.deepEqual((await write.create('dcim.virtualdevicecontext', { ...context, primary_ip4: loose })).refused, [
    'primary_ip4',
  ]);
});

test('virtual chassis have members, and one of them as master', async () => {
  const [chassis] = (await write.create('dcim.virtualchassis', { name: 'v', master: 1 })).keys.map(Number);
  assert.deepEqual(await lines('select virtual_chassis_id, vc_position from dcim_device where id = 1'), [
    `${chassis} 1`,
  ]);
  assert.deepEqual(await lines(`select member_count from dcim_virtualchassis where id = ${chassis}`), ['1']);
  assert.deepEqual((await write.update('dcim.virtualchassis', { id: chassis, master: 2 })).refused, ['master']);
  assert.deepEqual((await write.update('dcim.device', { id: 2, virtual_chassis: chassis })).refused, ['vc_position']);
  assert.deepEqual((await write.update('dcim.device', { id: 1, virtual_chassis: null })).refused, ['virtual_chassis']);
  await write.remove('dcim.virtualchassis', chassis!);
  assert.deepEqual(await lines('select virtual_chassis_id, vc_position from dcim_device where id = 1'), ['- -']);
});

test('MAC addresses stay where they are primary', async () => {
  const [key] = (
    await write.create('dcim.interface', { device: 1, name: 'mac', type: 'virtual', mac_address: '00:00:00:00:00:01' })
  ).keys;
  const [mac] = await lines(`select primary_mac_address_id from dcim_interface where id = ${key}`);
  const other = { assigned_object_type: null, assigned_object_id: null };
  assert.deepEqual((await write.update('dcim.macaddress', { id: mac, ...other })).refused, ['__all__']);
  await write.update('dcim.interface', { id: key, mac_address: null });
  assert.deepEqual((await write.update('dcim.macaddress', { id: mac, ...other })).refused, []);
});

test('attributes of module types follow their profile', async () => {
  const schema = { type: 'object', properties: { size: { type: 'integer' } }, required: ['size'] };
  assert.deepEqual((await write.create('dcim.moduletypeprofile', { name: 'x', schema: { type: 'nothing' } })).refused, [
    'schema',
  ]);
  const [profile] = (await write.create('dcim.moduletypeprofile', { name: 'p', schema })).keys.map(Number);
  const body = { manufacturer: 1, model: 'x', profile };
  assert.deepEqual((await write.create('dcim.moduletype', body)).refused, ['__all__']);
  assert.deepEqual((await write.create('dcim.moduletype', { ...body, attributes: { size: 'large' } })).refused, [
    '__all__',
  ]);
  const { keys } = await write.create('dcim.moduletype', { ...body, attributes: { size: 1, more: 2 } });
  await write.update('dcim.moduletype', { id: keys[0], attributes: { size: 3 } });
  assert.deepEqual(
    await lines(`select attribute_data->>'size', attribute_data->>'more' from dcim_moduletype where id = ${keys[0]}`),
    ['3 2'],
  );
});

test('inventory items are on the device of their parent and component', async () => {
  const item = 'dcim.inventoryitem';
  const [own] = await lines("select id from dcim_interface where name = 'own'");
  const component = { component_type: 'dcim.interface', component_id: Number(own) };
  assert.deepEqual((await write.create(item, { device: 2, name: 'x', ...component })).refused, ['device']);
  const [above] = (await write.create(item, { device: 1, name: 'above', ...component })).keys.map(Number);
  const [below] = (await write.create(item, { device: 1, name: 'below', parent: above })).keys.map(Number);
  assert.deepEqual((await write.update(item, { id: below, device: 2 })).refused, ['parent']);
  assert.deepEqual((await write.update(item, { id: above, device: 2 })).refused, ['__all__']);
  await write.remove(item, below!);
  assert.deepEqual((await write.update(item, { id: above, device: 2 })).refused, []);
  assert.deepEqual(await lines(`select component_id from dcim_inventoryitem where id = ${above}`), ['-']);
});

creations('dcim.interfacetemplate', { name: 't', type: '1000base-t' }, [
  ['of nothing', {}, '__all__'],
  ['of a device type', { device_type: 1 }],
  ['with a bridge of another type', { device_type: 2, bridge: { name: 't' } }, 'bridge'],
]);
creations('dcim.devicebaytemplate', { name: 't' }, [
  ['of a type that takes no devices', { device_type: 1 }, '__all__'],
  ['of one that does', { device_type: 4 }],
]);

test('device types keep the role that their bays need', async () => {
  assert.deepEqual((await write.update('dcim.devicetype', { id: 4, subdevice_role: null })).refused, [
    'subdevice_role',
  ]);
  assert.deepEqual((await write.update('dcim.devicetype', { id: 2, subdevice_role: 'child' })).refused, ['u_height']);
});
