import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { insertRow } from '#test/insert-row.ts';
import { tryWrites } from '../rules/try-writes.ts';

const { sql } = await testDatabase();
const write = await tryWrites(sql);
const termination = 'circuits.circuittermination';

const lines = async (text: string): Promise<string[]> =>
  ((await sql.unsafe(text).values()) as unknown as (string | null)[][]).map((row) =>
    row.map((one) => one ?? '-').join(' '),
  );

before(async () => {
  const put = (table: string, row: Record<string, unknown>) => insertRow(sql, table, row);
  await put('dcim_region', { id: 1, name: 'R', slug: 'r' });
  await put('dcim_site', { id: 1, name: 'S', slug: 's', status: 'active', region_id: 1 });
  await put('dcim_location', { id: 1, name: 'L', slug: 'l', status: 'active', site_id: 1 });
  for (const id of [1, 2]) {
    await put('circuits_provider', { id, name: `P${id}`, slug: `p${id}` });
    await put('circuits_provideraccount', { id, account: `A${id}`, name: '', provider_id: id });
    await put('circuits_providernetwork', { id, name: `N${id}`, provider_id: id });
  }
  await put('circuits_circuittype', { id: 1, name: 'T', slug: 't' });
  await put('circuits_virtualcircuittype', { id: 1, name: 'T', slug: 't' });
  await put('dcim_manufacturer', { id: 1, name: 'M', slug: 'm' });
  await put('dcim_devicetype', { id: 1, manufacturer_id: 1, model: 'D', slug: 'd' });
  await put('dcim_devicerole', { id: 1, name: 'R', slug: 'r' });
  await put('dcim_device', {
    id: 1,
    name: 'd',
    site_id: 1,
    device_type_id: 1,
    role_id: 1,
    status: 'active',
    local_context_data: null,
    _config_context_data: null,
  });
  const port = { device_id: 1, label: '', enabled: true };
  await put('dcim_interface', { ...port, id: 1, name: 'lo', type: 'virtual' });
  await put('dcim_interface', { ...port, id: 2, name: 'eth', type: '1000base-t' });
});

const circuit = { provider: 1, type: 1 };
const virtual = { provider_network: 1, type: 1 };

const creations: readonly (readonly [name: string, model: string, body: object, ...refused: string[]])[] = [
  ['a circuit', 'circuits.circuit', { ...circuit, cid: '1', provider_account: 1, distance: 1.5, distance_unit: 'mi' }],
  ['a second one', 'circuits.circuit', { ...circuit, cid: '2', distance_unit: 'km' }],
  [
    'of another provider’s account',
    'circuits.circuit',
    { ...circuit, cid: '3', provider_account: 2 },
    'provider_account',
  ],
  ['a distance without a unit', 'circuits.circuit', { ...circuit, cid: '3', distance: 1 }, '__all__'],
  ['a virtual circuit', 'circuits.virtualcircuit', { ...virtual, cid: '1', provider_account: 1 }],
  [
    'of another provider’s account',
    'circuits.virtualcircuit',
    { ...virtual, cid: '2', provider_account: 2 },
    'provider_account',
  ],
  ['at a virtual interface', 'circuits.virtualcircuittermination', { virtual_circuit: 1, interface: 1 }],
  ['at a cabled one', 'circuits.virtualcircuittermination', { virtual_circuit: 1, interface: 2 }, '__all__'],
  ['at a location', termination, { circuit: 1, term_side: 'A', termination_type: 'dcim.location', termination_id: 1 }],
  [
    'the same side again',
    termination,
    { circuit: 1, term_side: 'A', termination_type: 'dcim.site', termination_id: 1 },
    '__all__',
  ],
  [
    'at a provider network',
    termination,
    { circuit: 1, term_side: 'Z', termination_type: 'circuits.providernetwork', termination_id: 2 },
  ],
  ['nowhere', termination, { circuit: 2, term_side: 'A' }, '__all__'],
  ['at some site', termination, { circuit: 2, term_side: 'A', termination_type: 'dcim.site' }, '__all__'],
  [
    'at a rack',
    termination,
    { circuit: 2, term_side: 'A', termination_type: 'dcim.rack', termination_id: 1 },
    'termination_type',
  ],
  ['a group', 'circuits.circuitgroup', { name: 'G', slug: 'g' }],
  ['a member', 'circuits.circuitgroupassignment', { group: 1, member_type: 'circuits.circuit', member_id: 1 }],
  [
    'the same member',
    'circuits.circuitgroupassignment',
    { group: 1, member_type: 'circuits.circuit', member_id: 1 },
    '__all__',
  ],
  [
    'a member that is no circuit',
    'circuits.circuitgroupassignment',
    { group: 1, member_type: 'dcim.site', member_id: 1 },
    'member_type',
  ],
];

test('what is created, and what is refused', async (t) => {
  for (const [name, model, body, ...refused] of creations)
    await t.test(`${model}: ${name}`, async () => {
      assert.deepEqual((await write.create(model, body as Record<string, unknown>)).refused, refused);
    });
});

test('what follows from what was given', async () => {
  assert.deepEqual(await lines('select cid, _abs_distance, distance_unit from circuits_circuit order by cid'), [
    '1 2414.0160 mi',
    '2 - -',
  ]);
  assert.deepEqual(
    await lines(
      'select term_side, _location_id, _site_id, _region_id, _provider_network_id from circuits_circuittermination order by 1',
    ),
    ['A 1 1 1 -', 'Z - - - 2'],
  );
});

test('a circuit names its ends wherever they move, and says so in its change log', async () => {
  const ends = () => lines('select cid, termination_a_id, termination_z_id from circuits_circuit order by cid');
  const [a, z] = await lines('select id from circuits_circuittermination order by term_side');
  assert.deepEqual(await ends(), [`1 ${a} ${z}`, '2 - -']);
  assert.deepEqual((await write.update(termination, { id: a, circuit: 2, term_side: 'Z' })).refused, []);
  assert.deepEqual(await ends(), [`1 - ${z}`, `2 - ${a}`]);
  assert.deepEqual((await write.remove(termination, a!)).refused, []);
  assert.deepEqual(await ends(), [`1 - ${z}`, '2 - -']);
  assert.deepEqual(
    await lines(`select object_repr, prechange_data->>'termination_z', postchange_data->>'termination_z' from core_objectchange c
      join django_content_type m on m.id = c.changed_object_type_id where m.model = 'circuit' order by c.id desc limit 2`),
    [`2 ${a} -`, `2 - ${a}`],
  );
});
