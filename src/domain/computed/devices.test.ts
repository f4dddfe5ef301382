import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { readContentTypes } from '#operations/read/content-types.ts';
import { testDatabase } from '#test/database.ts';
import { insertRow } from '#test/insert-row.ts';
import { render } from '#test/render.ts';

/** A chassis with a blade in its first bay, and module bays of which one holds a module that doesn't fit. */
const { sql } = await testDatabase();
const put = (table: string, row: Record<string, unknown>) => insertRow(sql, table, row);

before(async () => {
  const types = await readContentTypes(sql);
  await put('dcim_site', { id: 1 });
  await put('dcim_manufacturer', { id: 1 });
  await put('dcim_devicetype', { id: 1, manufacturer_id: 1 });
  await put('dcim_devicerole', { id: 1 });
  for (const [id, address] of [
    [1, '192.0.2.1/24'],
    [2, '2001:db8::1/64'],
  ])
    await put('ipam_ipaddress', { id, address, status: 'active' });
  const device = { device_type_id: 1, role_id: 1, site_id: 1 };
  await put('dcim_device', { ...device, id: 1, name: 'chassis', primary_ip4_id: 1, primary_ip6_id: 2 });
  await put('dcim_device', { ...device, id: 2, name: 'blade' });
  await put('dcim_devicebay', { id: 1, device_id: 1, name: 'b1', enabled: true, installed_device_id: 2 });
  await put('dcim_devicebay', { id: 2, device_id: 1, name: 'b2', enabled: true });
  await put('dcim_devicebay', { id: 3, device_id: 1, name: 'b3', enabled: false });
  for (const id of [1, 2]) await put('dcim_modulebaytype', { id, manufacturer_id: 1 });
  for (const id of [1, 2, 3, 4]) await put('dcim_modulebay', { id, device_id: 1, name: `m${id}`, enabled: true });
  for (const id of [1, 2]) await put('dcim_moduletype', { id, manufacturer_id: 1 });
  await sql`insert into dcim_moduletype_module_bay_types (moduletype_id, modulebaytype_id) values (1, 1)`;
  await sql`insert into dcim_modulebay_module_bay_types (modulebay_id, modulebaytype_id) values (1, 1), (1, 2), (2, 2)`;
  const module = (id: number, type: number) =>
    put('dcim_module', { id, device_id: 1, module_bay_id: id, module_type_id: type, status: 'active' });
  await module(1, 1);
  await module(2, 1);
  await module(3, 2);
  await put('dcim_rearport', { id: 1, device_id: 1, name: 'r', positions: 2, _site_id: 1 });
  for (const id of [1, 2]) await put('dcim_frontport', { id, device_id: 1, name: `f${id}`, _site_id: 1 });
  for (const id of [1, 2])
    await put('dcim_portmapping', {
      id,
      device_id: 1,
      front_port_id: id,
      front_port_position: 1,
      rear_port_id: 1,
      rear_port_position: id,
    });
  await put('dcim_interface', { id: 1, device_id: 1, name: 'e', _site_id: 1 });
  for (const [id, mac] of [
    [1, '02:00:00:00:00:0a'],
    [2, '02:00:00:00:00:0b'],
  ])
    await put('dcim_macaddress', {
      id,
      mac_address: mac,
      assigned_object_type_id: types.id('dcim.interface'),
      assigned_object_id: 1,
    });
  await sql`update dcim_interface set primary_mac_address_id = 2`;
});

test('a blade names its chassis and bay', async () => {
  const devices = await render(sql, 'dcim.device', ['parent_device']);
  assert.equal(devices[1]!.parent_device, null);
  const parent = devices[2]!.parent_device as { name: string; device_bay: { id: number; device: { name: string } } };
  assert.deepEqual([parent.name, parent.device_bay.id, parent.device_bay.device.name], ['chassis', 1, 'chassis']);
});

test('bays are occupied by what is installed, or by being disabled', async () => {
  const bays = await render(sql, 'dcim.devicebay', ['_occupied']);
  assert.deepEqual(
    Object.values(bays).map(({ _occupied }) => _occupied),
    [true, false, true],
  );
});

test('the primary address is of the family that PREFER_IPV4 names', async () => {
  const address = async (PREFER_IPV4: boolean) => {
    const devices = await render(sql, 'dcim.device', ['primary_ip'], { PREFER_IPV4 });
    return Object.values(devices).map(({ primary_ip }) => (primary_ip as { address: string } | null)?.address);
  };
  assert.deepEqual(await address(false), ['2001:db8::1/64', undefined]);
  assert.deepEqual(await address(true), ['192.0.2.1/24', undefined]);
});

test('modules fit where a bay type is shared, or none is asked for', async () => {
  const bays = await render(sql, 'dcim.modulebay', ['_occupied', 'is_module_compatible']);
  assert.deepEqual(
    Object.values(bays).map(({ _occupied, is_module_compatible }) => [_occupied, is_module_compatible]),
    [
      [true, true],
      [true, false],
      [true, true],
      [false, true],
    ],
  );
  const modules = await render(sql, 'dcim.module', ['is_bay_compatible']);
  assert.deepEqual(
    Object.values(modules).map(({ is_bay_compatible }) => is_bay_compatible),
    [true, false, true],
  );
});

test('ports tell where their positions lead', async () => {
  const rear = await render(sql, 'dcim.rearport', ['front_ports']);
  assert.deepEqual(rear[1]!.front_ports, [
    { position: 1, front_port: 1, front_port_position: 1 },
    { position: 2, front_port: 2, front_port_position: 1 },
  ]);
  const front = await render(sql, 'dcim.frontport', ['rear_ports']);
  assert.deepEqual(front[2]!.rear_ports, [{ position: 1, rear_port: 1, rear_port_position: 2 }]);
});

test('an interface shows its primary MAC address, which knows that it is', async () => {
  const interfaces = await render(sql, 'dcim.interface', ['mac_address']);
  assert.equal(interfaces[1]!.mac_address, '02:00:00:00:00:0B');
  const addresses = await render(sql, 'dcim.macaddress', ['is_primary']);
  assert.deepEqual(
    Object.values(addresses).map(({ is_primary }) => is_primary),
    [false, true],
  );
});
