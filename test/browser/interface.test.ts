import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePassword } from '#access/password.ts';
import { testDatabase } from '#test/database.ts';
import { insertRow } from '#test/insert-row.ts';
import { goTo } from './go-to.ts';
import { logIn } from './log-in.ts';
import { openInterface } from './open-interface.ts';
import { smallNetwork } from './small-network.ts';

const database = await testDatabase();
await smallNetwork(database.sql);
const web = await openInterface(database);
const { page, address, complaints } = web;
const rows = page.locator('tr[data-href]');
const counted = (count: number) => page.locator('h1 + output', { hasText: new RegExp(`^${count}$`) }).waitFor();

test('a stranger is sent to log in, is told when that fails, and comes back', async () => {
  await page.goto(`${address}/dcim/devices/?site_id=2`);
  await page.getByLabel('User name').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('alert').waitFor();
  assert.equal(complaints().filter((line) => !/\b400\b/.test(line)).length, 0);
  await page.getByLabel('Password', { exact: true }).fill('a long password');
  await page.getByRole('button', { name: 'Log in' }).click();
  await rows.first().waitFor();
  assert.equal(page.url(), `${address}/dcim/devices/?site_id=2`);
  await counted(5);
});

test('filters are picked, shown as chips, kept in the address, removed', async () => {
  await page.getByRole('button', { name: 'Remove the filter Site' }).click();
  await counted(60);
  await page.keyboard.press('f');
  await page.getByRole('combobox', { name: 'Find a filter' }).fill('site');
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Linz' }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await counted(5);
  assert.equal(new URL(page.url()).search, '?site_id=2');
  await page.getByRole('button', { name: 'Change the filter Site' }).getByText('Linz').waitFor();
  await page.keyboard.press('f');
  await page.getByRole('combobox', { name: 'Find a filter' }).fill('status');
  await page.keyboard.press('Enter');
  await page.getByLabel('Offline').check();
  await page.getByRole('button', { name: 'Apply' }).click();
  await counted(1);
  assert.equal(new URL(page.url()).search, '?site_id=2&status=offline');
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await counted(60);
  assert.deepEqual(complaints(), []);
});

test('sorting, paging and quick search are kept in the address', async () => {
  await page.getByRole('button', { name: 'Name', exact: true }).click();
  await page.getByRole('columnheader', { name: 'Name' }).and(page.locator('[aria-sort="ascending"]')).waitFor();
  await page.getByRole('button', { name: 'Name', exact: true }).click();
  await rows.first().getByText('sw60').waitFor();
  await page.keyboard.press(']');
  await page.getByText('Page 2 of 2').waitFor();
  await page.getByText(/–60 of 60$/).waitFor();
  assert.equal(new URL(page.url()).search, '?sort=-name&page=2');
  await page.keyboard.press('/');
  await page.keyboard.type('sw5');
  await counted(11);
  assert.equal(new URL(page.url()).search, '?q=sw5&sort=-name');
  await page.reload();
  await rows.first().getByText('sw59').waitFor();
  assert.deepEqual(complaints(), []);
});

test('a list that is sorted just after a page was turned begins at its first page', async () => {
  await page.goto(`${address}/dcim/devices/`);
  await rows.first().getByText('sw1', { exact: true }).waitFor();
  await page.keyboard.press(']');
  await page.getByText(/–60 of 60$/).waitFor();
  await page.getByRole('button', { name: 'Name', exact: true }).click();
  await rows.first().getByText('sw1', { exact: true }).waitFor();
  // Longer than the page in sight takes to get into the address.
  await page.waitForTimeout(400);
  assert.equal(new URL(page.url()).search, '?sort=name');
  assert.deepEqual(complaints(), []);
});

test('columns are chosen and remembered', async () => {
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Serial number' }).check();
  const kept = page.waitForResponse((response) => response.request().postData()?.includes('"tenant"') === false);
  await page.getByRole('checkbox', { name: 'Tenant', exact: true }).uncheck();
  await kept;
  await page.keyboard.press('Escape');
  await page.reload();
  await page.getByRole('columnheader', { name: 'Serial number' }).waitFor();
  assert.equal(await page.getByRole('columnheader', { name: 'Tenant', exact: true }).count(), 0);
  assert.deepEqual(complaints(), []);
});

test('the keyboard alone gets from a list to an object and elsewhere', async () => {
  await goTo(page, '/dcim/devices/');
  await rows.nth(20).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'sw1' }).waitFor();
  await page.keyboard.press('u');
  await page.waitForURL(`${address}/dcim/devices/`);
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.waitForURL(`${address}/ipam/prefixes/`);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or jump to…' }).fill('tena');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${address}/tenancy/tenants/`);
  assert.deepEqual(complaints(), []);
});

test('an object shows its states, tags, relations and what refers to it', async () => {
  await goTo(page, '/dcim/devices/1/');
  await page.getByRole('heading', { level: 1, name: 'sw1' }).waitFor();
  await page.locator('main').getByRole('link', { name: 'Vienna' }).waitFor();
  await page.getByText('Core', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'eth2' }).waitFor();
  await page.getByRole('link', { name: 'Open as a list' }).click();
  await page.waitForURL(`${address}/dcim/interfaces/?device_id=1`);
  assert.deepEqual(complaints(), []);
});

test('comments are Markdown, and nothing in them runs', async () => {
  await goTo(page, '/tenancy/tenants/1/');
  await page.locator('strong', { hasText: 'late' }).waitFor();
  await page.getByText('<script>alert(1)</script>').waitFor();
  assert.deepEqual(complaints(), []);
});

test('what is not there says so', async () => {
  await goTo(page, '/dcim/sites/999/');
  await page.getByText('There is no site with this number').waitFor();
  await goTo(page, '/nowhere/at/all/');
  await page.getByText('There is no page at this address.').waitFor();
  assert.deepEqual(
    complaints().filter((line) => !/\b404\b/.test(line)),
    [],
  );
});

test('the first page needs less than 250 KB of compressed JavaScript, all of it ours', async () => {
  await page.goto(`${address}/dcim/devices/`);
  await rows.first().waitFor();
  const loaded = (await page.evaluate(
    `performance.getEntriesByType('resource').map(({ name, encodedBodySize }) => [name, encodedBodySize])`,
  )) as [string, number][];
  const scripts = loaded.filter(([name]) => name.endsWith('.js'));
  const bytes = scripts.reduce((sum, [, size]) => sum + size, 0);
  assert.ok(scripts.length > 3 && bytes < 250_000, `${scripts.length} scripts of ${bytes} bytes`);
  for (const [name] of loaded) assert.ok(name.startsWith(address), name);
});

test('who may see only sites has only those in the menu', async () => {
  const { sql } = database;
  await insertRow(sql, 'users_user', {
    id: 50,
    username: 'bob',
    password: await makePassword('bobs password'),
    is_active: true,
  });
  await insertRow(sql, 'users_objectpermission', {
    id: 50,
    name: 'sites',
    enabled: true,
    actions: '{view}',
    constraints: null,
  });
  await sql.unsafe(`insert into users_user_object_permissions (user_id, objectpermission_id) values (50, 50)`);
  await sql.unsafe(`
    insert into users_objectpermission_object_types (objectpermission_id, contenttype_id)
    select 50, id from django_content_type where app_label = 'dcim' and model = 'site'`);
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await page.getByLabel('User name').waitFor();
  await logIn(web, { username: 'bob', password: 'bobs password' });
  await page.getByRole('button', { name: 'Organization' }).click();
  assert.deepEqual(await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link').allInnerTexts(), [
    'Patchbay',
    'Sites',
  ]);
  await goTo(page, '/dcim/sites/1/');
  await page.getByRole('heading', { level: 1, name: 'Vienna' }).waitFor();
  await page.waitForLoadState('networkidle');
  assert.deepEqual(complaints(), []);
});
