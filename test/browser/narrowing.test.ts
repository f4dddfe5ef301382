import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { insertRow } from '#test/insert-row.ts';
import { goTo } from './go-to.ts';
import { logIn } from './log-in.ts';
import { openInterface } from './open-interface.ts';
import { smallNetwork } from './small-network.ts';

const database = await testDatabase();
await smallNetwork(database.sql);
const { sql } = database;
await insertRow(sql, 'tenancy_tenantgroup', { id: 11, name: 'Customers', slug: 'customers' });
await insertRow(sql, 'tenancy_tenantgroup', { id: 12, name: 'Suppliers', slug: 'suppliers' });
await insertRow(sql, 'tenancy_tenant', { id: 21, name: 'Buyer', slug: 'buyer', group_id: 11 });
await insertRow(sql, 'tenancy_tenant', { id: 22, name: 'Seller', slug: 'seller', group_id: 12 });
await sql.unsafe(`update dcim_site set tenant_id = 21 where id = 1`);
await insertRow(sql, 'dcim_interface', {
  id: 31,
  name: 'wlan1',
  device_id: 2,
  _site_id: 1,
  type: 'ieee802.11ax',
  enabled: true,
});
await insertRow(sql, 'dcim_interface', {
  id: 32,
  name: 'wlan1',
  device_id: 56,
  _site_id: 2,
  type: 'ieee802.11ax',
  enabled: true,
});
await insertRow(sql, 'wireless_wirelesslink', { id: 1, interface_a_id: 31, interface_b_id: 32, status: 'connected' });
await insertRow(sql, 'extras_tag', { id: 41, name: 'For racks', slug: 'for-racks', color: '4caf50' });
await insertRow(sql, 'extras_tag', { id: 42, name: 'For sites', slug: 'for-sites', color: '4caf50' });
await sql.unsafe(`
  insert into extras_tag_object_types (tag_id, contenttype_id)
  select case model when 'rack' then 41 else 42 end, id from django_content_type
  where app_label = 'dcim' and model in ('rack', 'site')`);
const web = await openInterface(database);
const { page, complaints } = web;
const main = page.locator('main');
const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const field = (name: string) => main.getByRole('combobox', { name, exact: true });
const holds = (name: string, value: string) =>
  field(name)
    .and(page.locator(`[value="${value}"]`))
    .waitFor();
const save = () => page.keyboard.press('Control+Enter');
const one = async (query: string) => [...((await sql.unsafe(query).values())[0] ?? [])].map(String);

before(() => logIn(web));

test('a group narrows the tenants, is filled from the tenant, and is not written', async () => {
  await goTo(page, '/dcim/sites/1/edit/');
  await heading('Edit Vienna');
  await holds('Tenant group', 'Customers');
  await holds('Tenant', 'Buyer');
  const written = page.waitForRequest((request) => request.method() === 'PATCH');
  await field('Tenant group').fill('Suppl');
  await page.getByRole('option', { name: 'Suppliers' }).click();
  await holds('Tenant', '');
  await field('Tenant').click();
  await page.getByRole('option', { name: 'Seller' }).waitFor();
  assert.equal(await page.getByRole('option', { name: 'Buyer' }).count(), 0);
  await page.getByRole('option', { name: 'Seller' }).click();
  await save();
  await heading('Vienna');
  assert.deepEqual((await written).postDataJSON(), { tenant: 22 });
  assert.deepEqual(await one('select tenant_id::int from dcim_site where id = 1'), ['22']);
  assert.deepEqual(complaints(), []);
});

test('taking the group back leaves the tenant, and a form whose group alone was touched is not changed', async () => {
  await goTo(page, '/dcim/sites/1/edit/');
  await holds('Tenant group', 'Suppliers');
  await field('Tenant group').fill('');
  await field('Tenant').focus();
  await holds('Tenant group', '');
  await holds('Tenant', 'Seller');
  await field('Tenant').press('Escape');
  await heading('Vienna');
  assert.deepEqual(complaints(), []);
});

test('an address says the group of a new object’s tenant', async () => {
  await goTo(page, '/dcim/sites/add/?tenant_group=11');
  await holds('Tenant group', 'Customers');
  await field('Tenant').click();
  await page.getByRole('option', { name: 'Buyer' }).waitFor();
  assert.equal(await page.getByRole('option', { name: 'Seller' }).count(), 0);
  await page.keyboard.press('Escape');
  assert.deepEqual(complaints(), []);
});

test('the ends of a wireless link are found by site and device', async () => {
  await goTo(page, '/wireless/wireless-links/1/edit/');
  await holds('Site A', 'Vienna');
  await holds('Device A', 'sw2');
  await holds('Site B', 'Linz');
  await holds('Device B', 'sw56');
  await field('Site B').fill('Vien');
  await page.getByRole('option', { name: 'Vienna' }).click();
  await holds('Device B', '');
  await holds('Interface B', '');
  await field('Interface B').click();
  await page.getByRole('option', { name: 'wlan1' }).waitFor();
  assert.equal(await page.getByRole('option', { name: 'wlan1' }).count(), 1);
  await page.keyboard.press('Escape');
  assert.deepEqual(complaints(), []);
});

test('tags that are for other objects are not offered', async () => {
  await goTo(page, '/dcim/sites/1/edit/');
  await heading('Edit Vienna');
  await field('Tags').click();
  await page.getByRole('option', { name: 'For sites' }).waitFor();
  await page.getByRole('option', { name: 'Core' }).waitFor();
  assert.equal(await page.getByRole('option', { name: 'For racks' }).count(), 0);
  await page.keyboard.press('Escape');
  assert.deepEqual(complaints(), []);
});

test('in bulk, too, a region narrows the sites, and tags are those that racks may have', async () => {
  await goTo(page, '/dcim/racks/');
  await heading('Racks');
  await page.getByRole('checkbox', { name: 'Select the rows of this page' }).click();
  await page.getByRole('toolbar').getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog');
  const inside = (name: string) => dialog.getByRole('combobox', { name, exact: true });
  await inside('Region').click();
  await page.getByRole('option', { name: 'Austria' }).click();
  await inside('Site').click();
  await page.getByRole('option', { name: 'Vienna' }).waitFor();
  assert.equal(await page.getByRole('option', { name: 'Linz' }).count(), 0);
  await page.keyboard.press('Escape');
  assert.equal(await dialog.getByRole('button', { name: 'See what changes' }).isDisabled(), true);
  await inside('Add tags').click();
  await page.getByRole('option', { name: 'For racks' }).waitFor();
  assert.equal(await page.getByRole('option', { name: 'For sites' }).count(), 0);
  assert.deepEqual(complaints(), []);
});
