import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChangePreview } from '#surfaces/bulk/contract.ts';
import { testDatabase } from '#test/database.ts';
import { ownApp } from '#test/own-app.ts';
import { apiToken } from '#test/running-server.ts';

const { sql } = await testDatabase();
const address = await ownApp(sql);

async function send<T>(path: string, body: unknown, authorization = `Token ${apiToken}`): Promise<[number, T]> {
  const response = await fetch(`${address}/${path}/`, {
    method: 'POST',
    headers: { Authorization: authorization, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return [response.status, (await response.json()) as T];
}

const [, tag] = await send<{ id: number }>('api/extras/tags', { name: 'Core', slug: 'core' });
await send('api/extras/custom-fields', { name: 'floor', type: 'integer', object_types: ['dcim.site'] });
const [, sites] = await send<{ id: number }[]>(
  'api/dcim/sites',
  ['One', 'Two', 'Three'].map((name) => ({
    name,
    slug: name.toLowerCase(),
    status: name === 'Two' ? 'planned' : 'active',
    custom_fields: { floor: 1 },
  })),
);
const preview = (change: object, fields: readonly string[]) =>
  send<ChangePreview>('patchbay/change/dcim/sites', { objects: sites.map(({ id }) => ({ id, ...change })), fields });

test('it is told how many have which values now and what becomes of them, and nothing is kept', async () => {
  const change = { status: 'active', add_tags: [tag.id], custom_fields: { floor: 2 } };
  const [status, told] = await preview(change, ['status', 'tags', 'cf_floor']);
  assert.equal(status, 200);
  assert.deepEqual([told.count, told.changed], [3, 3]);
  const active = { value: 'active', label: 'Active' };
  assert.deepEqual(told.fields[0], {
    name: 'status',
    values: [
      { before: active, after: active, count: 2 },
      { before: { value: 'planned', label: 'Planned' }, after: active, count: 1 },
    ],
    others: 0,
  });
  assert.deepEqual(
    told.fields[1]!.values.map(({ before, after, count }) => [before, (after as { name: string }[])[0]!.name, count]),
    [[[], 'Core', 3]],
  );
  assert.deepEqual(told.fields[2]!.values, [{ before: 1, after: 2, count: 3 }]);
  const [row] = await sql.unsafe(
    `select count(*) filter (where status = 'planned') as planned,
       (select count(*) from core_objectchange where action = 'update') as changes from dcim_site`,
  );
  assert.deepEqual({ ...row }, { planned: '1', changes: '0' });
});

test('objects that have the values already are not counted as changed', async () => {
  const [, told] = await preview({ status: 'active' }, ['status']);
  assert.deepEqual([told.count, told.changed], [3, 1]);
});

test('what the change would be refused for is told object by object', async () => {
  const [status, told] = await send<{ errors: { id: number; errors: Record<string, string[]> }[] }>(
    'patchbay/change/dcim/sites',
    { objects: sites.map(({ id }) => ({ id, slug: 'same' })), fields: ['slug'] },
  );
  assert.equal(status, 400);
  assert.ok(told.errors.every(({ id, errors }) => sites.some((site) => site.id === id) && errors.slug));
});

const refused: [string, string, unknown, string, number][] = [
  ['no objects', 'dcim/sites', { fields: [] }, `Token ${apiToken}`, 400],
  ['no fields', 'dcim/sites', { objects: [{ id: 1 }] }, `Token ${apiToken}`, 400],
  ['no such list', 'dcim/nothing', { objects: [{ id: 1 }], fields: [] }, `Token ${apiToken}`, 404],
  ['a stranger', 'dcim/sites', { objects: [{ id: 1 }], fields: [] }, '', 403],
];
for (const [name, path, body, who, expected] of refused)
  test(`refused: ${name}`, async () => {
    const [status] = await send(`patchbay/change/${path}`, body, who);
    assert.equal(status, expected);
  });
