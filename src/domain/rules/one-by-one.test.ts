import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { tryWrites } from './try-writes.ts';

const { sql } = await testDatabase();
const writes = await tryWrites(sql);
const keys: Record<string, number> = {};

before(async () => {
  const make = async (name: string, model: string, body: Record<string, unknown>) => {
    keys[name] = await writes.made(model, body);
  };
  for (const name of ['a', 'b', 'c']) await make(name, 'dcim.site', { name, slug: name, status: 'active' });
  await make('top', 'dcim.region', { name: 'top', slug: 'top' });
  await make('mid', 'dcim.region', { name: 'mid', slug: 'mid', parent: keys.top });
  await make('rir', 'ipam.rir', { name: 'R', slug: 'r' });
  await make('unique', 'extras.customfield', { object_types: ['ipam.asn'], name: 'u', type: 'text', unique: true });
  for (const [name, u] of [
    ['one', 'x'],
    ['two', 'y'],
  ] as const)
    await make(name, 'ipam.asn', { asn: name === 'one' ? 65001 : 65002, rir: keys.rir, custom_fields: { u } });
  await make('rack', 'dcim.rack', { name: 'K', site: keys.a, status: 'active' });
  await make('maker', 'dcim.manufacturer', { name: 'M', slug: 'm' });
  await make('type', 'dcim.devicetype', { manufacturer: keys.maker, model: 'T', slug: 't' });
  await make('role', 'dcim.devicerole', { name: 'DR', slug: 'dr', color: 'aabbcc' });
  const device = { device_type: keys.type, role: keys.role, site: keys.a, rack: keys.rack, face: 'front' };
  await make('d1', 'dcim.device', { ...device, name: 'd1', position: 1 });
  await make('d2', 'dcim.device', { ...device, name: 'd2', position: 2 });
});

/** Changes in the order in which they are judged (`@name` is a key), and what is refused; all is undone. */
const changes: [name: string, model: string, rows: Record<string, unknown>[], refused: string[]][] = [
  [
    'names that are swapped',
    'dcim.site',
    [
      { id: '@a', name: 'b' },
      { id: '@b', name: 'a' },
    ],
    ['@a name', '@b name'],
  ],
  [
    'a name that is given up later',
    'dcim.site',
    [
      { id: '@a', name: 'b' },
      { id: '@b', name: 'z' },
    ],
    ['@a name'],
  ],
  [
    'a name that was given up before',
    'dcim.site',
    [
      { id: '@b', name: 'z' },
      { id: '@a', name: 'b' },
    ],
    [],
  ],
  [
    'a name that was given up in vain',
    'dcim.site',
    [
      { id: '@b', name: 'z', slug: 'no slug' },
      { id: '@a', name: 'b' },
    ],
    ['@b slug', '@a name'],
  ],
  [
    'one name for two',
    'dcim.site',
    [
      { id: '@a', name: 'z' },
      { id: '@b', name: 'z' },
    ],
    ['@b name'],
  ],
  [
    'a tree turned round',
    'dcim.region',
    [
      { id: '@mid', parent: null },
      { id: '@top', parent: '@mid' },
    ],
    [],
  ],
  [
    'a tree turned round too early',
    'dcim.region',
    [
      { id: '@top', parent: '@mid' },
      { id: '@mid', parent: null },
    ],
    ['@top parent'],
  ],
  [
    'a unique value that is given up',
    'ipam.asn',
    [
      { id: '@one', custom_fields: { u: null } },
      { id: '@two', custom_fields: { u: 'x' } },
    ],
    [],
  ],
  [
    'a unique value taken too early',
    'ipam.asn',
    [
      { id: '@two', custom_fields: { u: 'x' } },
      { id: '@one', custom_fields: { u: null } },
    ],
    ['@two __all__'],
  ],
];

for (const [name, model, rows, refused] of changes)
  test(name, async () => {
    const named = (text: string) => text.replace(/@(\w+)/g, (_, one) => String(keys[one]));
    const values = JSON.parse(named(JSON.stringify(rows)).replace(/"(id|parent)":"(\d+)"/g, '"$1":$2'));
    const table = model.replace('.', '_');
    await sql.unsafe(`create temp table kept as select * from ${table}`);
    try {
      assert.deepEqual((await writes.update(model, ...values)).refused, refused.map(named));
    } finally {
      const columns = (await sql.unsafe('select * from kept limit 0')).columns.map(({ name: one }) => `"${one}"`);
      const written = columns.filter((one) => one !== '"id"' && one !== '"path"' && one !== '"sort_path"');
      for (const one of await sql.unsafe('select id from kept order by id'))
        await sql.unsafe(
          `update ${table} t set (${written}) = (select ${written} from kept k where k.id = t.id) where id = ${one.id}`,
        );
      await sql.unsafe('drop table kept');
    }
  });

test('a place in a rack that is left before', async () => {
  const { refused } = await writes.update(
    'dcim.device',
    { id: keys.d1, rack: null, position: null, face: '' },
    { id: keys.d2, position: 1 },
  );
  assert.deepEqual(refused, []);
});

test('what an object names may be made before it by the same request', async () => {
  const { refused } = await writes.create('dcim.region', [
    { name: 'new', slug: 'new' },
    { name: 'below', slug: 'below', parent: { slug: 'new' } },
  ]);
  assert.deepEqual(refused, []);
  const [row] = await sql.unsafe(
    "select p.slug from dcim_region r join dcim_region p on p.id = r.parent_id where r.slug = 'below'",
  );
  assert.equal(row!.slug, 'new');
});

test('a choice of numbers is one of them', async () => {
  const { body } = await writes.create('dcim.rack', { name: 'W', site: keys.a, status: 'active', width: 5 });
  assert.deepEqual(body, { width: ['5 is not a valid choice.'] });
});
