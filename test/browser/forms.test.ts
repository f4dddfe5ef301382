import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { goTo } from './go-to.ts';
import { logIn } from './log-in.ts';
import { openInterface } from './open-interface.ts';
import { smallNetwork } from './small-network.ts';

const database = await testDatabase();
await smallNetwork(database.sql);
const { sql } = database;
const web = await openInterface(database);
const { page, address, complaints } = web;
const main = page.locator('main');
const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const field = (name: string) => main.getByRole('combobox', { name, exact: true });
const one = async (query: string) => {
  const [row] = await sql.unsafe(query).values();
  return row && [...row].map((value: unknown) => (value === null ? null : String(value)));
};
const save = () => page.keyboard.press('Control+Enter');

before(() => logIn(web));

test('a site is made with the keyboard alone; its slug follows its name', async () => {
  await goTo(page, '/dcim/sites/');
  await main.getByRole('link', { name: 'Add site' }).waitFor();
  await page.keyboard.press('n');
  await heading('Add site');
  await page.keyboard.type('Graz West');
  await main.locator('[name=slug][value="graz-west"]').waitFor();
  await save();
  await heading('Graz West');
  assert.deepEqual(await one(`select name, slug, status from dcim_site where name = 'Graz West'`), [
    'Graz West',
    'graz-west',
    'active',
  ]);
  assert.deepEqual(complaints(), []);
});

test('an object is edited with a message for the change log', async () => {
  await page.keyboard.press('e');
  await heading('Edit Graz West');
  await main.locator('[name=facility]').fill('GW 1');
  await main.locator('[name=comments]').fill('A **new** one');
  await main.getByText('Preview', { exact: true }).click();
  await main.locator('strong', { hasText: 'new' }).waitFor();
  await main.getByLabel('Message for the change log').fill('moved in');
  await save();
  await heading('Graz West');
  assert.deepEqual(await one(`select facility, comments from dcim_site where name = 'Graz West'`), [
    'GW 1',
    'A **new** one',
  ]);
  assert.deepEqual(
    await one(`select message, postchange_data->>'facility' from core_objectchange order by id desc limit 1`),
    ['moved in', 'GW 1'],
  );
  assert.deepEqual(complaints(), []);
});

test('what is wrong is said at its field, and the first such field has the focus', async () => {
  await goTo(page, '/dcim/devices/add/');
  await heading('Add device');
  await main.locator('[name=name]').fill('sw-new');
  await save();
  await main.getByRole('alert').getByText('Role').waitFor();
  assert.equal(await page.evaluate(`document.activeElement.closest('[data-field]').dataset.field`), 'role');
  assert.equal(await main.locator('[name=name]').inputValue(), 'sw-new');
  await main.locator('[name=latitude]').fill('91');
  await save();
  await main.locator('[data-field=latitude]').getByText('At most 90').waitFor();
  assert.deepEqual(complaints(), []);
});

test('what the server refuses is said at its field, and nothing is lost', async () => {
  await main.locator('[name=latitude]').fill('');
  await goTo(page, '/dcim/sites/add/');
  await heading('Add site');
  await main.locator('[name=name]').fill('Another');
  await main.locator('[name=slug]').fill('vienna');
  await main.locator('[name=facility]').fill('kept');
  await save();
  await main.locator('[data-field=slug][data-invalid]').waitFor();
  assert.equal(await main.locator('[name=facility]').inputValue(), 'kept');
  assert.equal(await page.evaluate(`document.activeElement.name`), 'slug');
  await main.locator('[name=slug]').fill('another');
  await main.getByRole('button', { name: 'Create and add another' }).click();
  await main.getByText('Created Another.').waitFor();
  assert.equal(await main.locator('[name=name]').inputValue(), '');
  assert.equal(await page.evaluate(`document.activeElement.name`), 'name');
  assert.equal(complaints().filter((line) => !/\b400\b/.test(line)).length, 0);
});

test('unsaved changes are guarded', async () => {
  await main.locator('[name=name]').fill('half done');
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Regions' }).click();
  await page.getByRole('button', { name: 'Stay' }).click();
  assert.equal(await main.locator('[name=name]').inputValue(), 'half done');
  await main.locator('[name=name]').focus();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Leave' }).click();
  await heading('Sites');
  assert.deepEqual(complaints(), []);
});

test('a clone starts with what may be copied', async () => {
  await goTo(page, '/dcim/devices/1/');
  await heading('sw1');
  await main.getByRole('button', { name: 'Clone' }).click();
  await heading('Add device');
  await page.waitForURL(/device_type=1.*site=1/);
  assert.equal(await main.locator('[name=name]').inputValue(), '');
  await field('Site').and(page.locator('[value="Vienna"]')).waitFor();
  await main.locator('[name=name]').fill('sw1-b');
  await save();
  await heading('sw1-b');
  assert.deepEqual(await one(`select site_id::int, role_id::int from dcim_device where name = 'sw1-b'`), ['1', '1']);
  assert.deepEqual(complaints(), []);
});

test('an object is deleted with the keyboard, after what goes with it was shown', async () => {
  await main.getByRole('link', { name: 'Delete' }).click();
  await heading('Delete sw1-b?');
  await main.getByText('Nothing else goes with it.').waitFor();
  await save();
  await heading('Devices');
  assert.equal(await one(`select 1 from dcim_device where name = 'sw1-b'`), undefined);
  await goTo(page, '/dcim/sites/1/delete/');
  await heading('Delete Vienna?');
  await main.getByText('devices need it').waitFor();
  assert.equal(await main.getByRole('button', { name: 'Delete' }).isDisabled(), true);
  await page.keyboard.press('Escape');
  await heading('Vienna');
  assert.deepEqual(complaints(), []);
});

test('a picker searches on the server and is narrowed by what is chosen', async () => {
  await goTo(page, '/dcim/devices/add/?site=1');
  await heading('Add device');
  await field('Rack').click();
  await page.getByRole('option', { name: 'R1' }).click();
  await field('Position (U)').click();
  await page.getByRole('option', { name: /^U\d/ }).first().waitFor();
  await page.keyboard.press('Escape');
  await field('Site').fill('lin');
  await page.getByRole('option', { name: 'Linz' }).waitFor();
  await page.keyboard.press('Enter');
  await field('Site').and(page.locator('[value="Linz"]')).waitFor();
  await field('Rack').and(page.locator('[value=""]')).waitFor();
  await field('Rack').click();
  await page.getByText('Nothing found.').waitFor();
  await page.keyboard.press('Escape');
  assert.deepEqual(complaints(), []);
});

test('Escape closes what a field has opened, and only then leaves the form', async () => {
  await goTo(page, '/extras/custom-links/add/');
  await heading('Add custom link');
  for (const name of ['Object types', 'Button class', 'Owner']) {
    await main.getByRole('textbox', { name, exact: true }).or(field(name)).first().click();
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('option').first().waitFor({ state: 'hidden' });
    await heading('Add custom link');
  }
  await page.keyboard.press('Escape');
  await heading('Custom links');
  await goTo(page, '/dcim/devices/add/?site=1');
  await heading('Add device');
  assert.deepEqual(complaints(), []);
});

test('what is missing is made in place', async () => {
  await field('Tenant').fill('Newco');
  await page.getByRole('option', { name: 'Create the tenant “Newco”…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add tenant' });
  await dialog.locator('[name=description]').fill('made on the way');
  await save();
  await dialog.waitFor({ state: 'hidden' });
  assert.equal(await field('Tenant').inputValue(), 'Newco');
  assert.deepEqual(await one(`select slug, description from tenancy_tenant where name = 'Newco'`), [
    'newco',
    'made on the way',
  ]);
  assert.deepEqual(complaints(), []);
});

test('a pattern makes many at once, after they were shown', async () => {
  await goTo(page, '/dcim/interfaces/add/?device=1');
  await heading('Add interface');
  await main.locator('[name=name]').fill('xe-[0,1]/[0-2]');
  await main.locator('[name=label]').fill('port {name}');
  await main.getByRole('heading', { name: 'Makes 6' }).waitFor();
  await field('Type').fill('10GBASE-T');
  await page
    .getByRole('option', { name: /10GBASE-T/ })
    .first()
    .waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await main.getByRole('button', { name: 'Create 6' }).click();
  await heading('Interfaces');
  const rows = await sql.unsafe(`select name, label from dcim_interface where name like 'xe-%' order by id`).values();
  assert.deepEqual(
    rows.map((row) => [...row]),
    ['xe-0/0', 'xe-0/1', 'xe-0/2', 'xe-1/0', 'xe-1/1', 'xe-1/2'].map((name) => [name, `port ${name}`]),
  );
  assert.deepEqual(complaints(), []);
});

test('somebody else’s change is not overwritten unasked', async () => {
  await sql.unsafe(`update dcim_site set last_updated = now() - interval '1 day' where id = 2`);
  await goTo(page, '/dcim/sites/2/edit/');
  await heading('Edit Linz');
  await main.locator('[name=facility]').fill('mine');
  await sql.unsafe(`update dcim_site set description = 'theirs', last_updated = now() where id = 2`);
  await save();
  await main.getByText('Somebody changed this meanwhile').waitFor();
  await main.getByRole('button', { name: 'Show theirs, keep mine' }).click();
  assert.equal(await main.locator('[name=description]').inputValue(), 'theirs');
  assert.equal(await main.locator('[name=facility]').inputValue(), 'mine');
  await save();
  await heading('Linz');
  assert.deepEqual(await one(`select facility, description from dcim_site where id = 2`), ['mine', 'theirs']);
  assert.equal(complaints().filter((line) => !/\b412\b/.test(line)).length, 0);
});

test('a relation to any object: its kind, what it is part of, itself', async () => {
  await goTo(page, '/ipam/ip-addresses/add/');
  await heading('Add IP address');
  await main.locator('[name=address]').fill('10.1.0.7');
  await save();
  await main.locator('[data-field=address][data-invalid]').waitFor();
  await main.locator('[name=address]').fill('10.1.0.7/24');
  await field('Type of Assigned object').click();
  await page.getByRole('option', { name: 'Interface (device)' }).click();
  await field('Device to pick from').fill('sw1');
  await page
    .getByRole('option')
    .filter({ has: page.getByText('sw1', { exact: true }) })
    .click();
  await field('Interface').click();
  await page.getByRole('option', { name: 'eth2' }).click();
  await save();
  await heading('10.1.0.7/24');
  assert.deepEqual(
    await one(`select assigned_object_id::int, c.model from ipam_ipaddress a
      join django_content_type c on c.id = a.assigned_object_type_id where host(address) = '10.1.0.7'`),
    ['2', 'interface'],
  );
  assert.deepEqual(complaints(), []);
});

test('JSON is looked at while it is typed', async () => {
  await goTo(page, '/virtualization/virtual-machines/1/edit/');
  await heading('Edit vm1');
  await main.locator('[name=local_context_data]').fill('{"ntp": ');
  await main.locator('[data-field=local_context_data] [aria-live]').filter({ hasText: /JSON/ }).waitFor();
  await main.locator('[name=local_context_data]').fill('{"ntp": ["192.0.2.1"]}');
  await save();
  await heading('vm1');
  assert.deepEqual(await one(`select local_context_data->'ntp'->>0 from virtualization_virtualmachine where id = 1`), [
    '192.0.2.1',
  ]);
  assert.deepEqual(complaints(), []);
});

test('forms are told apart from other pages by their addresses', async () => {
  await page.goto(`${address}/dcim/sites/add/?name=Ried&region=2&tags=1`);
  await heading('Add site');
  assert.equal(await main.locator('[name=name]').inputValue(), 'Ried');
  await field('Region').and(page.locator('[value="Austria"]')).waitFor();
  await main.getByRole('button', { name: 'Remove Core' }).waitFor();
  assert.deepEqual(complaints(), []);
});
