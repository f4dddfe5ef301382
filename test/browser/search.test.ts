import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { demoNetwork } from './demo-network.ts';
import { logIn } from './log-in.ts';
import { openInterface } from './open-interface.ts';
import { seriousFaults } from './serious-faults.ts';

const database = await testDatabase();
await demoNetwork(database);
const web = await openInterface(database);
const { page, address, complaints } = web;
await logIn(web);
const [device] = await database.sql`select id, name from dcim_device where name is not null order by id limit 1`;

afterEach(async () => {
  assert.deepEqual(complaints(), []);
  assert.deepEqual(await seriousFaults(page), []);
});

test('the palette leads to an object by a few letters of its name', async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or jump to…' }).fill(device!.name);
  await page.getByRole('option', { name: new RegExp(`^${device!.name}`) }).click();
  await page.waitForURL(`${address}/dcim/devices/${device!.id}/`);
  await page.getByRole('heading', { level: 1, name: device!.name }).waitFor();
});

test('the palette leads to forms', async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or jump to…' }).fill('add site');
  await page.getByRole('option', { name: 'Add site', exact: false }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`${address}/dcim/sites/add/`);
});

test('the search finds as one types, narrows to kinds, and keeps it in the address', async () => {
  await page.goto(`${address}/search/`);
  await page.getByRole('searchbox', { name: 'Search everything' }).fill('ham-a1');
  const first = page.locator('ol a').first();
  await first.waitFor();
  const kinds = page.getByRole('group', { name: 'Only some kinds' });
  await kinds.getByRole('button', { name: /^Racks/ }).click();
  await page.waitForURL(/q=ham-a1&model=dcim\.rack/);
  await page.getByRole('link', { name: /^Rack ham-a1/ }).waitFor();
  assert.equal(await page.getByRole('link', { name: /^Device ham/ }).count(), 0);
  await page.reload();
  await page.getByRole('link', { name: /^Rack ham-a1/ }).click();
  await page.getByRole('heading', { level: 1, name: 'ham-a1' }).waitFor();
});

test('an address finds its prefixes; what is nowhere is said to be', async () => {
  await page.goto(`${address}/search/?q=198.51.100.5`);
  await page
    .getByRole('link', { name: /^Prefix 198\.51\.100\.0/ })
    .first()
    .waitFor();
  await page.getByRole('searchbox', { name: 'Search everything' }).fill('no such thing');
  await page.getByText('Nothing has “no such thing” in it.').waitFor();
});
