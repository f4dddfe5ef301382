import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { tryWrites } from './try-writes.ts';

const { sql } = await testDatabase();
const writes = await tryWrites(sql);
const { made } = writes;
const all = async (text: string, ...values: unknown[]) =>
  (await sql.unsafe(text, values as string[])).map((row) => Object.values(row).join(' '));

/** What the change log has since a moment: the action, the object, and the members that differ. */
const logged = async (since: string) => {
  const rows = await sql.unsafe(
    'select action, object_repr, prechange_data, postchange_data from core_objectchange where time > $1 order by id',
    [since],
  );
  return rows.map(({ action, object_repr: of, prechange_data, postchange_data }) => {
    const [before, after] = [JSON.parse(prechange_data), JSON.parse(postchange_data)];
    const names = action === 'update' && before ? Object.keys(before) : [];
    const differing = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
    return [action, of, ...differing.map((name) => `${name}=${JSON.stringify(after[name])}`)].join(' ');
  });
};
const now = async () => (await all('select clock_timestamp()::text'))[0]!;
const place: Record<string, number> = {};
const device = (name: string | null, more: object = {}) =>
  made('dcim.device', { name, device_type: place.type, role: place.role, site: place.site, ...more });

before(async () => {
  place.site = await made('dcim.site', { name: 'S', slug: 's', status: 'active' });
  place.maker = await made('dcim.manufacturer', { name: 'M', slug: 'm' });
  place.type = await made('dcim.devicetype', { manufacturer: place.maker, model: 'T', slug: 't' });
  place.role = await made('dcim.devicerole', { name: 'DR', slug: 'dr', color: 'aabbcc' });
});

test('what goes together is emptied of what goes earlier, and logged before it goes', async () => {
  const key = await device('D');
  const port = await made('dcim.powerport', { device: key, name: 'PP' });
  await made('dcim.poweroutlet', { device: key, name: 'PO', power_port: port });
  const bridge = await made('dcim.interface', { device: key, name: 'br', type: 'bridge' });
  await made('dcim.interface', { device: key, name: 'v', type: 'virtual', bridge });
  const later = await made('dcim.interface', { device: key, name: 'last', type: 'bridge' });
  await writes.update('dcim.interface', { id: bridge, bridge: later });
  const since = await now();
  await writes.remove('dcim.device', key);
  const log = await logged(since);
  assert.deepEqual(log.filter((line) => line.startsWith('update')).sort(), [
    'update PO power_port=null',
    'update v bridge=null',
  ]);
  assert.deepEqual(
    await all(
      "select prechange_data->>'power_port' from core_objectchange where action = 'delete' and object_repr = 'PO' and time > $1",
      since,
    ),
    [String(port)],
  );
});

test('addresses that go are taken from their device one by one', async () => {
  const key = await device('A');
  const port = await made('dcim.interface', { device: key, name: 'e', type: 'virtual' });
  const on = { assigned_object_type: 'dcim.interface', assigned_object_id: port };
  const address = await made('ipam.ipaddress', { address: '192.0.2.1/24', ...on });
  await writes.update('dcim.device', { id: key, primary_ip4: address, oob_ip: address });
  const since = await now();
  await writes.remove('dcim.interface', port);
  assert.deepEqual((await logged(since)).filter((line) => line.startsWith('update')).sort(), [
    'update A oob_ip=null',
    'update A primary_ip4=null',
  ]);
});

test('a virtual chassis and its members in the change log and the search index', async () => {
  const first = await device('V1');
  const second = await device(null);
  const since = await now();
  const chassis = await made('dcim.virtualchassis', { name: 'VC', master: first });
  assert.deepEqual(
    await all(
      "select postchange_data->>'member_count' from core_objectchange where action = 'create' and time > $1",
      since,
    ),
    ['0'],
  );
  await writes.update('dcim.device', { id: second, virtual_chassis: chassis, vc_position: 2 });
  assert.deepEqual(
    await all("select object_id, value from extras_cachedvalue where field = 'virtual_chassis' order by object_id"),
    [`${first} VC`, `${second} VC`],
  );
  await writes.update('dcim.virtualchassis', { id: chassis, master: null });
  const end = await now();
  await writes.remove('dcim.virtualchassis', chassis);
  assert.ok((await logged(end)).includes('update VC:None'));
});

test('values that follow from others are logged as NetBox has them when it saves', async () => {
  const cases: [model: string, body: Record<string, unknown>, member: string, logged: string][] = [
    ['dcim.devicetype', { manufacturer: place.maker, model: 'H', slug: 'h' }, 'u_height', '1.0'],
    ['dcim.devicetype', { id: place.type, manufacturer: place.maker, model: 'T', slug: 't' }, 'u_height', '1.0'],
    [
      'dcim.devicetype',
      { id: place.type, manufacturer: place.maker, model: 'T', slug: 't', u_height: 2 },
      'u_height',
      '"2.0"',
    ],
    [
      'dcim.interface',
      { device: await device('W'), name: 'w', type: 'ieee802.11ac', rf_role: 'ap', rf_channel: '2.4g-1-2412-22' },
      'rf_channel_width',
      '"22"',
    ],
  ];
  for (const [model, body, member, expected] of cases) {
    const since = await now();
    const { refused } = 'id' in body ? await writes.replace(model, body) : await writes.create(model, body);
    assert.deepEqual(refused, [], model);
    assert.deepEqual(
      await all('select (postchange_data->$2)::text from core_objectchange where time > $1', since, member),
      [expected],
      JSON.stringify(body),
    );
  }
});

test('the search index knows texts that no field is', async () => {
  const rir = await made('ipam.rir', { name: 'R', slug: 'r' });
  for (const [asn, text] of [
    [65000, 'AS65000'],
    [4200000000, 'AS4200000000 (64086.59904)'],
  ] as const) {
    const key = await made('ipam.asn', { asn, rir });
    assert.deepEqual(
      await all(
        "select type, value, weight from extras_cachedvalue where field = 'prefixed_name' and object_id = $1",
        key,
      ),
      [`str ${text} 110`],
    );
  }
});
