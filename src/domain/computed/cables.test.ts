import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { readContentTypes } from '#operations/read/content-types.ts';
import { testDatabase } from '#test/database.ts';
import { insertRow } from '#test/insert-row.ts';
import { render } from '#test/render.ts';

/**
 * Interfaces 1 to 12 of one device. Cable 1 joins 1 with 2 and 3, without a profile; cable 2 breaks 4 out to 5 and 6;
 * a wireless link joins 7 and 8; a virtual circuit has its hub at 9 and its spokes at 10 and 11; 12 is free.
 */
const { sql } = await testDatabase();
const put = (table: string, row: Record<string, unknown>) => insertRow(sql, table, row);
let interfaces: Record<string, Record<string, unknown>>;
let cables: Record<string, Record<string, unknown>>;

before(async () => {
  const types = await readContentTypes(sql);
  const type = types.id('dcim.interface')!;
  await put('dcim_site', { id: 1 });
  await put('dcim_manufacturer', { id: 1 });
  await put('dcim_devicetype', { id: 1, manufacturer_id: 1 });
  await put('dcim_devicerole', { id: 1 });
  await put('dcim_device', { id: 1, device_type_id: 1, role_id: 1, site_id: 1, name: 'd' });
  await put('dcim_cable', { id: 1, profile: '' });
  await put('dcim_cable', { id: 2, profile: 'breakout-1c2p-2c1p' });
  const path = (id: number, ends: number[], isComplete: boolean, isActive: boolean) =>
    put('dcim_cablepath', {
      id,
      path: JSON.stringify([[`${type}:1`], [`${types.id('dcim.cable')}:1`], ends.map((end) => `${type}:${end}`)]),
      is_complete: isComplete,
      is_active: isActive,
    });
  await path(1, [2, 3], true, true);
  await path(2, [1], true, false);
  await path(3, [1], false, true);
  const one = (id: number, more: Record<string, unknown>) =>
    put('dcim_interface', { id, device_id: 1, name: `e${id}`, _site_id: 1, type: '1000base-t', ...more });
  await one(1, { cable_id: 1, cable_end: 'A', _path_id: 1 });
  await one(2, { cable_id: 1, cable_end: 'B', _path_id: 2 });
  await one(3, { cable_id: 1, cable_end: 'B', _path_id: 3 });
  await one(4, { cable_id: 2, cable_end: 'A', cable_connector: 1, cable_positions: '{2,1}' });
  await one(5, { cable_id: 2, cable_end: 'B', cable_connector: 1, cable_positions: '{1}' });
  await one(6, { cable_id: 2, cable_end: 'B', cable_connector: 2, cable_positions: '{1}' });
  await one(7, {});
  await one(8, {});
  for (const id of [9, 10, 11]) await one(id, { type: 'virtual' });
  await one(12, { mark_connected: true });
  await put('wireless_wirelesslink', { id: 1, interface_a_id: 7, interface_b_id: 8 });
  await sql`update dcim_interface set wireless_link_id = 1 where id in (7, 8)`;
  const end = (id: number, cable: number, side: string, object: number, more: Record<string, unknown> = {}) =>
    put('dcim_cabletermination', {
      id,
      cable_id: cable,
      cable_end: side,
      termination_type_id: type,
      termination_id: object,
      ...more,
    });
  await end(1, 1, 'A', 1);
  await end(2, 1, 'B', 3);
  await end(3, 1, 'B', 2);
  await end(4, 2, 'A', 4, { connector: 1, positions: '{1,2}' });
  await end(5, 2, 'B', 6, { connector: 2, positions: '{1}' });
  await end(6, 2, 'B', 5, { connector: 1, positions: '{1}' });
  await put('circuits_provider', { id: 1 });
  await put('circuits_providernetwork', { id: 1, provider_id: 1 });
  await put('circuits_virtualcircuittype', { id: 1 });
  await put('circuits_virtualcircuit', { id: 1, provider_network_id: 1, type_id: 1, cid: 'v' });
  for (const [id, role] of [
    [9, 'hub'],
    [10, 'spoke'],
    [11, 'spoke'],
  ] as const)
    await put('circuits_virtualcircuittermination', { id, virtual_circuit_id: 1, interface_id: id, role });

  interfaces = await render(sql, 'dcim.interface', [
    'link_peers',
    'link_peers_type',
    'connected_endpoints',
    'connected_endpoints_type',
    'connected_endpoints_reachable',
    '_occupied',
  ]);
  cables = await render(sql, 'dcim.cable', ['a_terminations', 'b_terminations']);
});

const ids = (list: unknown) => (list as { id: number }[] | null)?.map(({ id }) => id) ?? null;
const [wired, virtual] = ['dcim.interface', 'circuits.virtualcircuittermination'];

/** interface, its peers and their type, its endpoints and their type, whether they can be reached, whether it is taken. */
const expected: [number, number[], string | null, number[] | null, string | null, boolean, boolean][] = [
  [1, [3, 2], wired!, [2, 3], wired!, true, true],
  [2, [1], wired!, [1], wired!, false, true],
  [3, [1], wired!, null, null, false, true],
  [4, [6, 5], wired!, null, null, false, true],
  [5, [4], wired!, null, null, false, true],
  [6, [4], wired!, null, null, false, true],
  [7, [8], null, null, null, false, true],
  [8, [7], null, null, null, false, true],
  [9, [], null, [10, 11], virtual!, false, false],
  [10, [], null, [9], virtual!, false, false],
  [12, [], null, null, null, false, true],
];

for (const [id, peers, peersType, endpoints, endpointsType, reachable, taken] of expected)
  test(`what interface ${id} is joined to`, () => {
    const found = interfaces[id]!;
    assert.deepEqual(
      [ids(found.link_peers), found.link_peers_type, ids(found.connected_endpoints), found.connected_endpoints_type],
      [peers, peersType, endpoints, endpointsType],
    );
    assert.deepEqual([found.connected_endpoints_reachable, found._occupied], [reachable, taken]);
  });

test('the ends of a cable, by connector', () => {
  const ends = (list: unknown) => (list as { object_type: string; object_id: number }[]).map((one) => one.object_id);
  assert.deepEqual([ends(cables[1]!.a_terminations), ends(cables[1]!.b_terminations)], [[1], [3, 2]]);
  assert.deepEqual([ends(cables[2]!.a_terminations), ends(cables[2]!.b_terminations)], [[4], [5, 6]]);
});
