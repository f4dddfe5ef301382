import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { makePassword } from '#access/password.ts';
import { testDatabase } from '#test/database.ts';
import { logIn } from './log-in.ts';
import { openInterface } from './open-interface.ts';
import { seriousFaults } from './serious-faults.ts';
import { smallNetwork } from './small-network.ts';

const database = await testDatabase();
const { sql } = database;
await smallNetwork(sql);
const web = await openInterface(database);
const { page, address, complaints } = web;
const ada = { username: 'ada', password: 'a Long password 1' };
await sql.unsafe(
  `insert into users_user (id, password, is_superuser, username, first_name, last_name, email, is_active, date_joined)
   values (70, $1, false, 'ada', 'Ada', '', '', true, now())`,
  [await makePassword(ada.password)],
);
await logIn(web);

afterEach(async () => {
  assert.deepEqual(complaints(), []);
  assert.deepEqual(await seriousFaults(page), []);
});
const open = (path: string) => page.goto(`${address}${path}`);
const stored = async () =>
  JSON.parse((await sql.unsafe('select constraints from users_objectpermission'))[0]!.constraints);

test('a permission is built of rows, counted on the way, and stored as the JSON that NetBox reads', async () => {
  await open('/users/permissions/add/');
  await page.getByLabel('Name').fill('Sites of Vienna');
  await page.getByRole('combobox', { name: 'Object types' }).fill('site');
  await page.getByRole('option', { name: 'Site', exact: true }).click();
  await page.keyboard.press('Tab');
  await page.getByRole('checkbox', { name: 'View' }).check();
  await page.getByRole('checkbox', { name: 'Change' }).check();
  await page.getByText('2 of 2 sites').waitFor();
  await page.getByRole('button', { name: 'Limit to some' }).click();
  const field = page.getByLabel('Field', { exact: true });
  await field.selectOption('status');
  await page.getByLabel('Value', { exact: true }).selectOption('active');
  await page.getByText('1 of 2 sites').waitFor();
  await page.getByRole('button', { name: 'And …' }).click();
  await field.nth(1).selectOption('region');
  await page.getByLabel('Field of Region').selectOption('name');
  await page.getByLabel('Comparison', { exact: true }).nth(1).selectOption('icontains');
  await page.getByLabel('Value', { exact: true }).nth(1).fill('austr');
  await page.getByText('1 of 2 sites').waitFor();
  await page.getByRole('button', { name: 'Add an alternative' }).click();
  await field.nth(2).selectOption('id');
  await page.getByLabel('Value', { exact: true }).nth(2).fill('99');
  await page.locator('[data-field="users"] input').first().fill('ada');
  await page.getByRole('option', { name: /^ada/ }).click();
  await page.keyboard.press('Tab');
  await page
    .getByRole('button', { name: /^Create/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Sites of Vienna', exact: true }).waitFor();
  assert.deepEqual(await stored(), [{ status: 'active', region__name__icontains: 'austr' }, { id: 99 }]);
});

test('rows and JSON follow each other, and what is wrong is said', async () => {
  const [row] = await sql.unsafe('select id from users_objectpermission');
  await open(`/users/permissions/${row!.id}/edit/`);
  await page.getByText('JSON', { exact: true }).click();
  const json = page.locator('[data-field="constraints"] textarea').first();
  assert.deepEqual(JSON.parse(await json.inputValue()), await stored());
  await json.fill('{"nowhere": 1}');
  await page.getByText('the constraint nowhere leads nowhere', { exact: false }).waitFor();
  await json.fill('{"status": "planned"}');
  await page.getByText('1 of 2 sites').waitFor();
  await page.getByText('Rows', { exact: true }).click();
  assert.equal(await page.getByLabel('Value', { exact: true }).inputValue(), 'planned');
  await page.getByRole('button', { name: /^Save/ }).click();
  await page.getByRole('heading', { name: 'Sites of Vienna', exact: true }).waitFor();
  assert.deepEqual(await stored(), { status: 'planned' });
});

test('the matrix says who may do what, by which permission', async () => {
  await open('/users/permission-matrix/');
  await page.locator('#matrix-holder').fill('ada');
  await page.getByRole('option', { name: /^ada/ }).click();
  await page.getByRole('button', { name: 'May change sites, with limits: by which permission?' }).click();
  await page.getByText('status is “planned”').waitFor();
  await page.getByRole('link', { name: 'Sites of Vienna' }).waitFor();
  assert.equal(await page.getByRole('button', { name: /^May delete sites/ }).count(), 0);
});

test('it holds for the list of whoever it was given to', async () => {
  await page.context().clearCookies();
  await logIn(web, ada);
  await open('/dcim/sites/');
  await page.getByRole('link', { name: 'Linz' }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Vienna' }).count(), 0);
});
