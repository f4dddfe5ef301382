import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { insertRow } from '#test/insert-row.ts';
import { tryWrites } from '../rules/try-writes.ts';

const { sql } = await testDatabase();
const write = await tryWrites(sql);
const group = 'tenancy.tenantgroup';

before(async () => {
  await insertRow(sql, 'tenancy_contact', { id: 1, name: 'c', email: '', link: '' });
  await insertRow(sql, 'tenancy_contactrole', { id: 1, name: 'r', slug: 'r' });
  await insertRow(sql, 'tenancy_contactrole', { id: 2, name: 's', slug: 's' });
  await insertRow(sql, 'dcim_site', { id: 1, name: 'S', slug: 's', status: 'active' });
  await insertRow(sql, 'ipam_rir', { id: 1, name: 'R', slug: 'r' });
});

const assignment = { contact: 1, role: 1, object_type: 'dcim.site', object_id: 1 };

const creations: readonly (readonly [name: string, model: string, body: object, ...refused: string[]])[] = [
  ['a contact of a site', 'tenancy.contactassignment', assignment],
  ['the same', 'tenancy.contactassignment', assignment, '__all__'],
  ['in another role', 'tenancy.contactassignment', { ...assignment, role: 2 }],
  ['of what has no contacts', 'tenancy.contactassignment', { ...assignment, object_type: 'ipam.rir' }, '__all__'],
  ['of what is not there', 'tenancy.contactassignment', { ...assignment, object_id: 9 }, 'object_id'],
  ['a name with a tab', group, { name: 'a\tb', slug: 'ab' }, 'name'],
];

test('what is created, and what is refused', async (t) => {
  for (const [name, model, body, ...refused] of creations)
    await t.test(`${model}: ${name}`, async () => {
      assert.deepEqual((await write.create(model, body as Record<string, unknown>)).refused, refused);
    });
});

/** Groups by name with their parents, and tenants with their groups. */
async function plant(groups: Record<string, string | null>, tenants: [name: string, group: string | null][]) {
  await sql.unsafe('delete from tenancy_tenant');
  await sql.unsafe('delete from tenancy_tenantgroup');
  const keys = new Map<string, number>();
  for (const [name, parent] of Object.entries(groups)) {
    const { keys: made } = await write.create(group, { name, slug: name, parent: parent && keys.get(parent) });
    keys.set(name, Number(made[0]));
  }
  for (const [name, of] of tenants)
    assert.deepEqual(
      (await write.create('tenancy.tenant', { name, slug: name, group: of && keys.get(of) })).refused,
      [],
    );
  return (name: string) => keys.get(name)!;
}

test('a group goes only if its tenants’ names stay theirs alone', async () => {
  let key = await plant({ a: null, b: 'a', c: null }, [
    ['x', 'a'],
    ['y', 'b'],
    ['x', 'c'],
    ['z', null],
  ]);
  assert.deepEqual((await write.remove(group, key('a'), key('c'))).refused, [`${key('c')}`]);
  assert.deepEqual((await write.remove(group, key('a'))).refused, []);
  assert.deepEqual((await write.remove(group, key('c'))).refused, [`${key('c')}`]);
  key = await plant({ a: null, b: 'a' }, [
    ['x', 'a'],
    ['x', 'b'],
  ]);
  assert.deepEqual((await write.remove(group, key('a'))).refused, [`${key('a')}`]);
  assert.deepEqual((await write.remove(group, key('b'))).refused, []);
});

test('no group lies below itself', async () => {
  const key = await plant({ a: null, b: 'a', c: 'b', d: null }, []);
  const move = (...pairs: [string, string | null][]) =>
    write.update(group, ...pairs.map(([name, parent]) => ({ id: key(name), parent: parent && key(parent) })));
  assert.deepEqual((await move(['a', 'a'])).refused, ['parent']);
  assert.deepEqual((await move(['a', 'c'])).refused, ['parent']);
  assert.deepEqual((await move(['d', 'a'], ['a', 'd'])).refused, [`${key('a')} parent`]);
  assert.deepEqual((await move(['b', 'd'])).refused, []);
  assert.deepEqual((await move(['a', 'c'])).refused, []);
});
