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
const { page, complaints } = web;
const main = page.locator('main');
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const one = async (query: string) => {
  const [row] = await sql.unsafe(query).values();
  return row && [...row].map((value: unknown) => (value === null ? null : String(value)));
};
const save = () => page.keyboard.press('Control+Enter');
const ask = (method: string, path: string, body: unknown) =>
  page.evaluate(
    `fetch('/patchbay/session/').then((answer) => answer.json()).then(({ csrf }) => fetch(${JSON.stringify(path)}, {
      method: ${JSON.stringify(method)},
      headers: { 'content-type': 'application/json', 'x-csrftoken': csrf },
      body: ${JSON.stringify(JSON.stringify(body))},
    })).then((answer) => answer.json())`,
  );

before(() => logIn(web));

test('two ports are connected, from the page of one', async () => {
  await goTo(page, '/dcim/interfaces/1/');
  await heading(/^eth1/);
  await main.getByRole('link', { name: 'Connect' }).click();
  await heading('Add cable');
  await main.getByRole('button', { name: 'Remove eth1' }).waitFor();
  await main.getByRole('combobox', { name: 'Type of B terminations', exact: true }).click();
  await page.getByRole('option', { name: 'Interface', exact: true }).click();
  await main.getByRole('combobox', { name: 'B terminations: Device', exact: true }).fill('sw1');
  await page
    .getByRole('option')
    .filter({ has: page.getByText('sw1', { exact: true }) })
    .click();
  await main.getByRole('combobox', { name: 'B terminations: Interface', exact: true }).click();
  await page.getByRole('option', { name: 'eth2' }).click();
  await main.locator('[name=label]').fill('patch 1');
  await main.locator('[name=length]').fill('2.5');
  await main.getByRole('combobox', { name: 'Length unit', exact: true }).fill('Met');
  await page.getByRole('option', { name: 'Meters', exact: true }).click();
  await save();
  await heading(/^eth1/);
  assert.deepEqual(await one(`select label, length::text, length_unit from dcim_cable`), ['patch 1', '2.50', 'm']);
  assert.deepEqual(await one(`select count(cable_id)::int from dcim_interface where id in (1, 2)`), ['2']);
  assert.deepEqual(complaints(), []);
});

test('an address and a prefix are taken from what is free in a prefix', async () => {
  await goTo(page, '/ipam/prefixes/2/');
  await heading('10.1.0.0/16');
  await main.getByRole('button', { name: 'Allocate' }).click();
  await page.getByRole('menuitem', { name: 'Address' }).click();
  await page.getByRole('dialog').getByRole('link', { name: '10.1.0.2/16' }).click();
  await heading('Add IP address');
  assert.equal(await main.locator('[name=address]').inputValue(), '10.1.0.2/16');
  await save();
  await heading('10.1.0.0/16');
  await main.getByRole('button', { name: 'Allocate' }).click();
  await page.getByRole('menuitem', { name: 'Child prefix' }).click();
  await page.getByLabel('Length of the prefix').fill('20');
  await page.getByRole('dialog').getByRole('link', { name: '10.1.0.0/20' }).click();
  await heading('Add prefix');
  await save();
  await heading('10.1.0.0/16');
  assert.deepEqual(await one(`select count(*)::int from ipam_prefix where prefix = '10.1.0.0/20'`), ['1']);
  assert.deepEqual(complaints(), []);
});

test('addresses and VLANs by patterns', async () => {
  await goTo(page, '/ipam/ip-addresses/add/');
  await heading('Add IP address');
  await main.locator('[name=address]').fill('10.9.[1,2].[1-3]/24');
  await main.getByRole('button', { name: 'Create 6' }).click();
  await heading('IP addresses');
  assert.deepEqual(await one(`select count(*)::int from ipam_ipaddress where address <<= '10.9.0.0/16'`), ['6']);
  await goTo(page, '/ipam/vlans/add/');
  await heading('Add VLAN');
  await main.locator('[name=vid]').fill('200-203');
  await main.locator('[name=name]').fill('Floor {vid}');
  await main.getByRole('button', { name: 'Create 4' }).click();
  await heading('VLANs');
  assert.deepEqual(await one(`select count(*)::int from ipam_vlan where name = 'Floor ' || vid`), ['4']);
  assert.deepEqual(complaints(), []);
});

test('what a token is sent as is shown once', async () => {
  await goTo(page, '/users/tokens/add/?user=1');
  await heading('Add token');
  await save();
  const dialog = page.getByRole('dialog', { name: 'Copy this now' });
  assert.match(await dialog.locator('code').innerText(), /^nbt_\w{12}\.\w{40}$/);
  await dialog.getByRole('button', { name: 'I have it' }).click();
  await page.waitForURL(/\/users\/tokens\/\d+\/$/);
  assert.deepEqual(complaints(), []);
});

test('a new user’s password is given twice', async () => {
  await goTo(page, '/users/users/add/');
  await heading('Add user');
  await main.locator('[name=username]').fill('carla');
  await main.locator('[name=password]').fill('A long password 1');
  await main.getByLabel('Once more').fill('another one');
  await save();
  await main.getByText('The two are not the same.').waitFor();
  await main.getByLabel('Once more').fill('A long password 1');
  await save();
  await heading('carla');
  assert.match(String(await one(`select password from users_user where username = 'carla'`)), /^pbkdf2|^argon|^scrypt/);
  assert.deepEqual(complaints(), []);
});

test('custom fields of every type', async () => {
  const set = (await ask('POST', '/api/extras/custom-field-choice-sets/', {
    name: 'Sizes',
    extra_choices: [
      ['s', 'Small'],
      ['l', 'Large'],
    ],
  })) as { id: number };
  const fields = [
    { name: 'contract', type: 'text', group_name: 'Papers', required: true },
    { name: 'seats', type: 'integer' },
    { name: 'open', type: 'boolean' },
    { name: 'since', type: 'date' },
    { name: 'size', type: 'select', choice_set: set.id },
    { name: 'sizes', type: 'multiselect', choice_set: set.id },
    { name: 'keeper', type: 'object', related_object_type: 'tenancy.contact' },
    { name: 'facts', type: 'json' },
    { name: 'hidden_one', type: 'text', ui_editable: 'hidden' },
    { name: 'fixed_one', type: 'text', ui_editable: 'no', default: 'as it is' },
  ];
  for (const field of fields)
    await ask('POST', '/api/extras/custom-fields/', { object_types: ['tenancy.tenant'], ...field });
  await page.reload();
  await page.waitForLoadState('networkidle');
  await goTo(page, '/tenancy/tenants/add/?name=Fielded');
  await heading('Add tenant');
  await main.getByRole('heading', { name: 'Papers' }).waitFor();
  assert.equal(await main.locator('[data-field=cf_hidden_one]').count(), 0);
  assert.equal(await main.locator('[name=cf_fixed_one]').isDisabled(), true);
  await save();
  await main.locator('[data-field=cf_contract][data-invalid]').waitFor();
  await main.locator('[name=cf_contract]').fill('C 17');
  await main.locator('[name=cf_seats]').fill('12');
  await main.getByRole('combobox', { name: 'Open', exact: true }).click();
  await page.getByRole('option', { name: 'Yes' }).click();
  await main.locator('#tenancy-tenant-cf_since').fill('2026-03-01');
  await main.getByRole('combobox', { name: 'Size', exact: true }).fill('Lar');
  await page.getByRole('option', { name: 'Large' }).click();
  await main.getByRole('combobox', { name: 'Sizes', exact: true }).fill('Sm');
  await page.getByRole('option', { name: 'Small' }).click();
  await main.getByRole('combobox', { name: 'Keeper', exact: true }).fill('Ada');
  await page.getByRole('option', { name: 'Ada' }).first().click();
  await main.locator('[name=cf_facts]').fill('{"a": 1}');
  await save();
  await heading('Fielded');
  const [stored] = (await one(`select custom_field_data from tenancy_tenant where name = 'Fielded'`)) ?? [];
  assert.deepEqual(JSON.parse(String(stored)), {
    contract: 'C 17',
    seats: 12,
    open: true,
    since: '2026-03-01',
    size: 'l',
    sizes: ['s'],
    keeper: 1,
    facts: { a: 1 },
    fixed_one: 'as it is',
  });
  assert.deepEqual(complaints(), []);
});

test('a picture is uploaded with what it shows', async () => {
  await goTo(page, '/extras/image-attachments/add/?object_type=dcim.site&object_id=1');
  await heading('Add image attachment');
  await main.getByRole('combobox', { name: 'Site', exact: true }).and(page.locator('[value="Vienna"]')).waitFor();
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'front.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') });
  await main.getByRole('img', { name: 'Preview of Image' }).waitFor();
  await save();
  await page.waitForURL(/\/extras\/image-attachments\/\d+\/$/);
  assert.deepEqual(await one(`select object_id::int, image_width from extras_imageattachment`), ['1', '1']);
  assert.deepEqual(complaints(), []);
});

test('a virtual chassis takes devices in', async () => {
  await goTo(page, '/dcim/virtual-chassis/add/');
  await heading('Add virtual chassis');
  await page.keyboard.type('stack 1');
  await save();
  await heading('stack 1');
  await main.getByRole('button', { name: 'Members' }).click();
  const dialog = page.getByRole('dialog', { name: 'Members of stack 1' });
  for (const name of ['sw10', 'sw11']) {
    await dialog.getByRole('combobox', { name: 'Device to take in' }).fill(name);
    await page
      .getByRole('option')
      .filter({ has: page.getByText(name, { exact: true }) })
      .click();
  }
  await dialog.getByRole('button', { name: 'Save the members' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const members = await sql
    .unsafe(`select name, vc_position from dcim_device where virtual_chassis_id is not null order by 2`)
    .values();
  assert.deepEqual(
    members.map((row) => row.map(String)),
    [
      ['sw10', '1'],
      ['sw11', '2'],
    ],
  );
  assert.deepEqual(complaints(), []);
});
