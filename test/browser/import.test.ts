import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { goTo } from './go-to.ts';
import { logIn } from './log-in.ts';
import { openInterface } from './open-interface.ts';
import { smallNetwork } from './small-network.ts';
import { walkImports } from './walk-imports.ts';

const database = await testDatabase();
const { sql } = database;
await smallNetwork(sql);
await sql.unsafe(`
  select setval(pg_get_serial_sequence(t, 'id'), 1000) from unnest(array['dcim_device', 'dcim_site', 'dcim_devicetype', 'extras_taggeditem']) t`);
const web = await openInterface(database);
const { page, address, complaints } = web;
const count = async (table: string) => Number((await sql.unsafe(`select count(*) from ${table}`))[0]!.count);

await logIn(web);

test('1,000 rows with mistakes are mended in place and imported whole', async () => {
  await goTo(page, '/dcim/devices/');
  await page.getByRole('button', { name: 'Import and export' }).click();
  await page.getByRole('menuitem', { name: 'Import…' }).click();
  await page.waitForURL(`${address}/dcim/devices/import/`);
  const lines = Array.from({ length: 1000 }, (_, at) =>
    [`new${at}`, at === 700 ? 'Axcess' : 'Access', 'Switch 48', at % 2 ? 'Vienna' : 'Linz', 'Active', 'core'].join(';'),
  );
  await page.getByLabel('Text to import').fill(['Name;Role;Device type;Site;Status;Tags', ...lines].join('\n'));
  await page.getByText('CSV, 1,000 rows, 6 columns (;)').waitFor();
  assert.equal(await page.getByLabel('What Device type is').inputValue(), 'device_type');
  await page.getByRole('button', { name: 'Check 1,000 rows' }).click();
  await page.getByText('1 row needs a look').waitFor();
  assert.equal(await count('dcim_device'), 60);
  await page.getByLabel('Only rows with problems').check();
  const cell = page.getByLabel('Role of row 701');
  assert.equal(await cell.getAttribute('aria-invalid'), 'true');
  await cell.fill('Access');
  await page.getByRole('button', { name: 'Check 1,000 rows' }).click();
  await page.getByText('1,000 new').waitFor();
  assert.equal(await count('dcim_device'), 60);
  await page.getByLabel('Message for the change log').fill('the new ones');
  await page.getByRole('button', { name: 'Import 1,000 rows' }).click();
  await page.locator('h1 + output', { hasText: /^1,060$/ }).waitFor();
  const [row] = await sql.unsafe(`
    select (select count(*) from core_objectchange where message = 'the new ones') as changes,
      (select count(*) from extras_taggeditem) as tags`);
  assert.deepEqual({ ...row }, { changes: '1000', tags: '1001' });
  assert.deepEqual(complaints(), []);
});

test('columns are mapped by hand; what is there is updated', async () => {
  await goTo(page, '/dcim/sites/import/');
  // Until the page is there the last one stays, and takes what is entered.
  await page.getByRole('heading', { level: 1, name: 'Import sites' }).waitFor();
  await page.getByLabel('Text to import').fill('Code,What\nvienna,capital\ngraz,\n');
  await page.getByLabel('What Code is').selectOption('slug');
  await page.getByLabel('What What is').selectOption('description');
  await page.getByLabel('What is there already').selectOption('update');
  await page.getByRole('button', { name: 'Check 2 rows' }).click();
  await page.getByText('1 row needs a look').waitFor();
  await page.getByRole('button', { name: 'Leave out row 2' }).click();
  await page.getByRole('button', { name: 'Check 1 row' }).click();
  await page.getByText('0 new · 1 updated').waitFor();
  await page.getByRole('button', { name: 'Import 1 row' }).click();
  await page.waitForURL(/dcim\/sites\/(\?|$)/);
  const [site] = await sql.unsafe(`select description from dcim_site where slug = 'vienna'`);
  assert.equal(site?.description, 'capital');
  assert.deepEqual(complaints(), []);
});

test('files of the device type library bring their components', async () => {
  await goTo(page, '/dcim/device-types/import/');
  await page.getByRole('heading', { level: 1, name: 'Import device types' }).waitFor();
  const yaml = (model: string) => `---
manufacturer: Maker
model: ${model}
slug: maker-${model.toLowerCase()}
u_height: 1
interfaces:
  - name: eth0
    type: 1000base-t
  - name: eth1
    type: 1000base-t
`;
  await page.locator('input[type=file]').setInputFiles(
    ['A1', 'A2'].map((model) => ({
      name: `${model}.yaml`,
      mimeType: 'text/yaml',
      buffer: Buffer.from(yaml(model)),
    })),
  );
  await page.getByText('YAML, 2 rows').waitFor();
  await page.getByRole('button', { name: 'Check 2 rows' }).click();
  await page.getByText('2 new').waitFor();
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await page.waitForURL(/dcim\/device-types\/(\?|$)/);
  assert.equal(await count('dcim_interfacetemplate'), 4);
  assert.deepEqual(complaints(), []);
});

test('the import of every model opens, and understands a table', async (context) => {
  assert.ok((await walkImports(context, web)) > 110);
});
