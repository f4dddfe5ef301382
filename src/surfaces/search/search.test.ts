import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings } from '#base/settings.ts';
import { computedBehaviours } from '#domain/computed/index.ts';
import { displayBehaviours } from '#domain/display/index.ts';
import { tryWrites } from '#domain/rules/try-writes.ts';
import { registry } from '#models/registry.ts';
import { readContentTypes } from '#operations/read/content-types.ts';
import { ReadContext } from '#operations/read/context.ts';
import { searchObjects } from '#operations/read/search.ts';
import { Shapes } from '#operations/read/shapes.ts';
import { always, type Condition, never } from '#query/tree.ts';
import { testDatabase } from '#test/database.ts';

const { sql } = await testDatabase();
const { create } = await tryWrites(sql);
const context = new ReadContext({
  sql,
  registry,
  shapes: new Shapes(registry, { computed: computedBehaviours, display: displayBehaviours }),
  settings: defaultSettings,
  contentTypes: await readContentTypes(sql),
  base: 'http://host',
});
const find = async (text: string, permits: () => Condition = () => always, models: string[] = []) =>
  (await searchObjects(context, { text, models, limit: 10, permits })).map(
    ({ model, display }) => `${model} ${display}`,
  );

await create('dcim.site', [
  { name: 'Oslo', slug: 'oslo', description: 'next to the harbour' },
  { name: 'Harbour', slug: 'harbour' },
  { name: 'Old harbour', slug: 'old-harbour' },
  { name: 'Harbour 2', slug: 'harbour-2' },
]);
await create('tenancy.tenant', { name: 'Harbour master', slug: 'harbour-master' });
await create('ipam.prefix', [{ prefix: '192.0.2.0/24' }, { prefix: '192.0.2.128/25' }, { prefix: '198.51.100.0/24' }]);

test('what is called so comes first, then what begins so, then what has it in its name, then in its description', async () => {
  assert.deepEqual(await find('harbour'), [
    'dcim.site Harbour',
    'dcim.site Harbour 2',
    'tenancy.tenant Harbour master',
    'dcim.site Old harbour',
    'dcim.site Oslo',
  ]);
});

test('an address finds the networks that it is in', async () => {
  assert.deepEqual((await find('192.0.2.130')).sort(), ['ipam.prefix 192.0.2.0/24', 'ipam.prefix 192.0.2.128/25']);
});

test('only of some models', async () => {
  assert.deepEqual(await find('harbour', undefined, ['tenancy.tenant']), ['tenancy.tenant Harbour master']);
  assert.deepEqual(await find('harbour', undefined, ['no.such']), []);
});

test('what may not be seen is not found', async () => {
  assert.deepEqual(await find('harbour', () => never), []);
});

for (const text of ['%', '_', '\\', '192.0.2.0/99', '1.2.3.4/5/6', "'", '::%eth0'])
  test(`${text} is looked for as it stands`, async () => assert.deepEqual(await find(text), []));
