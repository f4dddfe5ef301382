import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { makeTables } from '#identity/schema/make-tables.ts';
import { createSecretBox } from '#identity/secret-box.ts';
import { testDatabase } from '#test/database.ts';
import { freePort } from '#test/free-port.ts';
import { newDataDirectory, startServer } from '#test/running-server.ts';
import { logIn } from './log-in.ts';
import { openInterface } from './open-interface.ts';
import { seriousFaults } from './serious-faults.ts';

/** The Preparation of the page that tells how NetBox is joined to authentik, in the pages of the built-in provider. */
const database = await testDatabase();
await makeTables(database.sql, createSecretBox('x1'.repeat(35)));
const web = await openInterface(database, { settings: { IDENTITY_ENABLED: true } });
const { page, address, complaints } = web;
await logIn(web);
const client = `http://127.0.0.1:${await freePort()}`;
const callback = `${client}/oauth/complete/oidc/`;
const network = await testDatabase();
/** What the page asks to note. */
const noted = { id: '', secret: '' };
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
  for (const scope of ['openid', 'email', 'profile'])
    await page.getByText(`authentik default OAuth Mapping: OpenID '${scope}'`).first().waitFor();
  await pick('Scopes', 'Netbox roles');
  await save();
  const setup = page.getByRole('region', { name: 'For the client' });
  await setup.getByRole('button', { name: 'Show the client secret' }).click();
  noted.secret = (await setup.locator('[data-secret]').textContent())!;
  assert.ok(noted.secret.length >= 100);
  noted.id = (await setup.locator('code').first().textContent())!;
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

test('whoever is in the group logs in to another Patchbay, and is a superuser there', async () => {
  // By name: cookies of one address are shared by all its ports.
  const issuer = `${address.replace('127.0.0.1', 'localhost')}/application/o/netbox/`;
  await startServer(
    {
      DATABASE_URL: network.url,
      DATA_DIR: await newDataDirectory(),
      PORT: new URL(client).port,
      REMOTE_AUTH_ENABLED: 'true',
      REMOTE_AUTH_BACKEND: 'social_core.backends.open_id_connect.OpenIdConnectAuth',
      SOCIAL_AUTH_OIDC_ENDPOINT: issuer,
      SOCIAL_AUTH_OIDC_KEY: noted.id,
      SOCIAL_AUTH_OIDC_SECRET: noted.secret,
      SOCIAL_AUTH_OIDC_SCOPE: '["openid", "profile", "email", "roles"]',
      REMOTE_AUTH_GROUP_SYNC_ENABLED: 'true',
      REMOTE_AUTH_AUTO_CREATE_GROUPS: 'true',
      REMOTE_AUTH_SUPERUSER_GROUPS: 'superusers',
    },
    { built: true },
  );
  complaints();
  await page.context().clearCookies();
  await page.goto(`${client}/login/?next=/dcim/sites/`);
  await page.getByRole('button', { name: /^Log in with/ }).click();
  await page.getByLabel('Username or e-mail').fill('alice');
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`${client}/dcim/sites/`, { timeout: 60_000 });
  await page.getByRole('heading', { level: 1, name: 'Sites' }).waitFor();
  const rows = await network.sql`
    select u.is_superuser::text as superuser, g.name from users_user u join users_user_groups ug on ug.user_id = u.id
    join users_group g on g.id = ug.group_id where u.username = 'alice' order by g.name`;
  // The profile's own groups, and the one that the mapping makes of them: lists of several mappings are joined.
  assert.deepEqual(
    rows.map(({ superuser, name }) => [superuser, name]),
    [
      ['true', 'netbox_admin'],
      ['true', 'superusers'],
    ],
  );
});
