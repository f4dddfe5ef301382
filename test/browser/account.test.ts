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
const password = 'a Long password 1';
await sql.unsafe(
  `insert into users_user (id, password, is_superuser, username, first_name, last_name, email, is_active, date_joined)
   values (70, $1, false, 'ada', 'Ada', 'Byron', 'ada@example.org', true, now())`,
  [await makePassword(password)],
);
await sql
  .unsafe(`
  insert into users_group (id, name, description) values (7, 'Planners', '');
  insert into users_user_groups (user_id, group_id) values (70, 7);
  insert into users_objectpermission (id, name, description, enabled, actions, constraints)
  values (7, 'Look at active sites', '', true, '{view,change}', '{"status": "active"}');
  insert into users_objectpermission_object_types (objectpermission_id, contenttype_id)
  select 7, id from django_content_type where app_label = 'dcim' and model = 'site';
  insert into users_group_object_permissions (group_id, objectpermission_id) values (7, 7);
`)
  .simple();
await logIn(web, { username: 'ada', password });

/** What the tests themselves provoke. */
let expected: RegExp | undefined;
afterEach(async () => {
  const wrong = complaints().filter((complaint) => !expected?.test(complaint));
  expected = undefined;
  assert.deepEqual(wrong, []);
  assert.deepEqual(await seriousFaults(page), []);
});
const open = (path: string) => page.goto(`${address}${path}`);

test('the menu of the user leads to the profile, which says what one may do', async () => {
  await page.getByRole('button', { name: /Account$/ }).click();
  await page.getByRole('menuitem', { name: 'Profile' }).click();
  await page.getByRole('heading', { name: 'Profile', exact: true }).waitFor();
  await page.getByText('Ada Byron', { exact: true }).waitFor();
  const line = page.getByRole('row', { name: /Look at active sites/ });
  for (const words of ['view, change', 'Sites', 'status is “active”', 'Planners'])
    await line.getByText(words).first().waitFor();
  await page.getByText('user is oneself').first().waitFor();
});

test('the palette leads to the account, too', async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Jump to…' }).fill('prefer');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Preferences', exact: true }).waitFor();
});

test('a token is made, shown once, opens the API, is disabled and deleted', async () => {
  await open('/user/api-tokens/');
  await page.getByText('You have no token.', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'New token' }).click();
  const dialog = page.getByRole('dialog', { name: 'New token' });
  await dialog.getByLabel('Description').fill('for scripts');
  await dialog.getByLabel('May change data, too').uncheck();
  await dialog.getByLabel('Allowed addresses').fill('127.0.0.1/32, ::1/128');
  await dialog.getByRole('button', { name: 'Make the token' }).click();
  const secret = await page.locator('[data-secret]').innerText();
  assert.match(secret, /^nbt_\w{12}\.\w{40}$/);
  const ask = (path: string) => fetch(`${address}${path}`, { headers: { authorization: `Bearer ${secret}` } });
  assert.equal((await ask('/api/dcim/sites/')).status, 200);
  await page.getByRole('button', { name: 'I have copied it' }).click();
  const row = page.getByRole('row', { name: /for scripts/ });
  for (const words of ['read', '127.0.0.1/32, ::1/128', 'never']) await row.getByText(words, { exact: true }).waitFor();
  assert.equal(await page.getByText(secret).count(), 0);
  await row.getByRole('switch').click({ force: true });
  await row.getByRole('switch', { name: /^Enable / }).waitFor();
  assert.equal((await ask('/api/dcim/sites/')).status, 403);
  page.once('dialog', (asked) => void asked.accept());
  await row.getByRole('button', { name: /^Delete the token/ }).click();
  await page.getByText('You have no token.', { exact: false }).waitFor();
});

test('what is wrong with a token is said where it is', async () => {
  expected = /400/;
  await open('/user/api-tokens/');
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByLabel('Allowed addresses').fill('nowhere');
  await page.getByRole('button', { name: 'Make the token' }).click();
  await page.locator('[aria-invalid="true"]').waitFor();
  await page.keyboard.press('Escape');
});

test('preferences hold: rows of a page, stripes, delimiters', async () => {
  await open('/user/preferences/');
  await page.getByLabel('Rows on a page').selectOption('25');
  await page.getByLabel('Stripe the rows of tables').check();
  await page.getByLabel('Delimiter of CSV files').selectOption('semicolon');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.', { exact: false }).waitFor();
  const [row] = await sql.unsafe('select data from users_userconfig where user_id = 70');
  const data = JSON.parse(row!.data as string);
  assert.deepEqual([data.pagination.per_page, data.ui.tables.striping, data.csv_delimiter], [25, 'true', 'semicolon']);
  await open('/dcim/sites/');
  await page.locator('html[data-striped]').waitFor();
  assert.equal(await page.getByLabel('Rows a page').inputValue(), '25');
});

test('bookmarks and subscriptions are listed and removed', async () => {
  for (const table of ['extras_bookmark', 'extras_subscription'])
    await sql.unsafe(
      `insert into ${table} (created, object_id, object_type_id, user_id)
       select now(), 1, id, 70 from django_content_type where app_label = 'dcim' and model = 'site'`,
    );
  for (const [path, none] of [
    ['bookmarks', 'No bookmarks.'],
    ['subscriptions', 'You follow nothing.'],
  ] as const) {
    await open(`/user/${path}/`);
    await page.getByRole('link', { name: 'Vienna' }).waitFor();
    await page.getByRole('button', { name: 'Remove Vienna' }).click();
    await page.getByText(none, { exact: false }).waitFor();
  }
});

test('sessions elsewhere are seen and ended', async () => {
  const elsewhere = await fetch(`${address}/patchbay/session/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'curl/8.5.0' },
    body: JSON.stringify({ username: 'ada', password }),
  });
  assert.equal(elsewhere.status, 204);
  await open('/user/sessions/');
  await page.getByText('this browser').waitFor();
  await page.getByRole('button', { name: 'End the session of curl/8.5.0' }).click();
  await page.getByText('This is your only session.').waitFor();
  const cookie = elsewhere.headers.get('set-cookie')!.split(';')[0]!;
  const after = await fetch(`${address}/patchbay/session/`, { headers: { cookie } });
  assert.equal(((await after.json()) as { user: unknown }).user, null);
});

test('notifications are told by the bell, read and dismissed', async () => {
  await sql.unsafe(
    `insert into extras_notification (created, object_id, object_type_id, user_id, event_type, object_repr)
     select now(), 1, id, 70, 'object_updated', 'Vienna' from django_content_type where app_label = 'dcim' and model = 'site'`,
  );
  await open('/user/profile/');
  await page.getByRole('link', { name: '1 unread notification' }).click();
  await page.getByRole('link', { name: 'Vienna' }).waitFor();
  await page.getByRole('button', { name: 'Mark the notification of Vienna as read' }).click();
  await page.getByRole('link', { name: 'Notifications', exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Dismiss the notification of Vienna' }).click();
  await page.getByText('Nothing new.').waitFor();
});

test('the password is changed; a bad one is refused where it stands', async () => {
  expected = /400/;
  await open('/user/password/');
  const fill = async (old: string, next: string) => {
    await page.getByLabel('Present password').fill(old);
    await page.getByLabel('New password', { exact: true }).fill(next);
    await page.getByLabel('New password once more').fill(next);
    await page.getByRole('button', { name: 'Change the password' }).click();
  };
  await fill(password, 'short1');
  await page.getByText('This password is too short.', { exact: false }).waitFor();
  await fill('wrong', 'Another-password-2');
  await page.getByText('Your old password was entered incorrectly.', { exact: false }).waitFor();
  await fill(password, 'Another-password-2');
  await page.getByText('Your password is changed.', { exact: false }).waitFor();
  // The session goes on, and may still write.
  await open('/user/preferences/');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.', { exact: false }).waitFor();
});
