import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { logIn } from './log-in.ts';
import { openInterface } from './open-interface.ts';
import { smallNetwork } from './small-network.ts';

const database = await testDatabase();
await smallNetwork(database.sql);
const web = await openInterface(database, { basePath: 'net/box' });
const { page, address, complaints } = web;

test('everything lies below BASE_PATH', async () => {
  await logIn(web);
  await page.getByRole('link', { name: /^Sites\s*2$/ }).click();
  await page.waitForURL(`${address}/dcim/sites/`);
  await page.getByRole('link', { name: 'Vienna' }).click();
  await page.waitForURL(`${address}/dcim/sites/1/`);
  await page.locator('main').getByRole('link', { name: 'Austria' }).click();
  await page.waitForURL(`${address}/dcim/regions/2/`);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Austria' }).waitFor();
  assert.deepEqual(complaints(), []);
});
