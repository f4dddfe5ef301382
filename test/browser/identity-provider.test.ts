import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { makeTables } from '#identity/schema/make-tables.ts';
import { createSecretBox } from '#identity/secret-box.ts';
import { testDatabase } from '#test/database.ts';
import { logIn } from './log-in.ts';
import { openInterface } from './open-interface.ts';
import { seriousFaults } from './serious-faults.ts';

/** The Preparation of the page that tells how NetBox is joined to authentik, in the pages of the built-in provider. */
const database = await testDatabase();
await makeTables(database.sql, createSecretBox('x1'.repeat(35)));
const web = await openInterface(database, { settings: { IDENTITY_ENABLED: true } });
const { page, address, complaints } = web;
await logIn(web);
const callback = 'https://netbox.company/oauth/complete/oidc/';
const expression = `return {
  "groups": ["superusers" if group.name == "netbox_admin" else group.name for group in request.user.ak_groups.all()],
}`;

afterEach(async () => {
  assert.deepEqual(complaints(), []);
  assert.deepEqual(await seriousFaults(page), []);
});

const add = async (kind: string, name: string) => {
  await page.goto(`${address}/identity-provider/${kind}/add/`);
  await page.getByLabel('Name', { exact: false }).first().fill(name);
};
const save = async () => {
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Delete' }).waitFor();
};
const pick = async (label: string, option: string) => {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
  await page.keyboard.press('Escape');
};

test('groups and a user in one of them', async () => {
  await add('groups', 'netbox_admin');
  await save();
  await page.goto(`${address}/identity-provider/users/add/`);
  await page.getByLabel('Username').fill('alice');
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await pick('Groups', 'netbox_admin');
  await save();
});

test('a key, and a scope mapping that is tried before it is saved', async () => {
  await add('keys', 'signing');
  await save();
  await page.getByRole('region', { name: 'Versions' }).getByRole('button', { name: 'Rotate' }).click();
  await page.getByRole('region', { name: 'Versions' }).getByRole('listitem').nth(1).waitFor();
  await add('scope-mappings', 'Netbox roles');
  await page.getByLabel('Scope name').fill('roles');
  await page.getByLabel('Expression').fill(expression);
  await pick('For the user', 'alice');
  await page.getByRole('button', { name: 'Run' }).click();
  await page.locator('pre', { hasText: '"superusers"' }).waitFor({ timeout: 60_000 });
  await save();
});

test('a provider and an application: id, secret and addresses are told', async () => {
  await add('providers', 'netbox');
  await page.getByRole('button', { name: 'Add a redirect URI' }).click();
  await page.getByLabel('Redirect URI', { exact: true }).fill(callback);
  await pick('Signing key', 'signing');
  await pick('Scopes', 'Netbox roles');
  await save();
  const setup = page.getByRole('region', { name: 'For the client' });
  await setup.getByRole('button', { name: 'Show the client secret' }).click();
  assert.ok((await setup.locator('[data-secret]').textContent())!.length >= 100);
  await add('applications', 'NetBox');
  await page.getByLabel('Slug').fill('netbox');
  await pick('Provider', 'netbox');
  await save();
  const [row] = await database.sql`select id from patchbay.identity_provider`;
  await page.goto(`${address}/identity-provider/providers/${row!.id}/`);
  await setup.getByText('/application/o/netbox/.well-known/openid-configuration').waitFor();
});

test('events tell what was done', async () => {
  await page.getByRole('link', { name: 'Events' }).click();
  await page.getByRole('cell', { name: 'secret_view' }).waitFor();
});

test('what is refused is said at its field', async () => {
  await add('applications', 'Other');
  await page.getByLabel('Slug').fill('authorize');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('must not be the name of an endpoint').waitFor();
  assert.ok(complaints().every((line) => /\b400\b/.test(line)));
});
