import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { launchBrowser } from '#test/browser.ts';
import { testDatabase } from '#test/database.ts';
import { freePort } from '#test/free-port.ts';
import { launchServer, newDataDirectory, startServer } from '#test/running-server.ts';

/**
 * The page from its first line to its last, in three commands: a blueprint applied, the identity provider alone, and a
 * Patchbay that logs in through it, each a process of the built program with a database of its own.
 */
const [identityPort, patchbayPort] = [await freePort(), await freePort()];
const issuer = `http://localhost:${identityPort}/application/o/netbox/`;
const patchbay = `http://127.0.0.1:${patchbayPort}`;
const secret = 'the secret of the page';
const people = await testDatabase();
const network = await testDatabase();
const identity = {
  DATABASE_URL: people.url,
  DATA_DIR: await newDataDirectory(),
  PORT: String(identityPort),
  SUPERUSER_PASSWORD: 'a long password',
};

const applied = launchServer(
  {
    ...identity,
    NETBOX_URL: patchbay,
    NETBOX_CLIENT_SECRET: secret,
    NETBOX_ADMIN_USER: 'alice',
    NETBOX_ADMIN_PASSWORD: 'correct horse',
  },
  { command: 'identity', words: ['apply', 'authentik-blueprint.yaml'], built: true },
);
await once(applied.child, 'exit');
assert.equal(applied.child.exitCode, 0, applied.output());
assert.match(applied.output(), /created {3}authentik_core\.application netbox/);
// The page's blueprint knows nothing of the back channel.
await people.sql.unsafe('update patchbay.identity_provider set logout_uri = $1', [
  `${patchbay}/oauth/backchannel-logout/oidc/`,
]);

await startServer(identity, { command: 'identity', built: true });
await startServer(
  {
    DATABASE_URL: network.url,
    DATA_DIR: await newDataDirectory(),
    PORT: String(patchbayPort),
    REMOTE_AUTH_ENABLED: "'true'",
    REMOTE_AUTH_BACKEND: "'social_core.backends.open_id_connect.OpenIdConnectAuth'",
    SOCIAL_AUTH_OIDC_ENDPOINT: `'${issuer}'`,
    SOCIAL_AUTH_OIDC_KEY: "'netbox'",
    SOCIAL_AUTH_OIDC_SECRET: `'${secret}'`,
    'SOCIAL_AUTH_OIDC_SCOPE ': ' ["openid", "profile", "email", "roles"]',
    LOGOUT_REDIRECT_URL: `'${issuer}end-session/'`,
    REMOTE_AUTH_GROUP_SYNC_ENABLED: 'true',
    REMOTE_AUTH_AUTO_CREATE_GROUPS: 'true',
    REMOTE_AUTH_SUPERUSER_GROUPS: 'superusers',
  },
  { built: true },
);

const browser = await launchBrowser();
after(() => browser.close());
const page = await (await browser.newContext()).newPage();
page.setDefaultTimeout(60_000);

const user = async (from: Page) =>
  from.evaluate(async () => ((await (await fetch('/patchbay/session/')).json()) as { user: unknown }).user);
const toProvider = async () => {
  await page.goto(`${patchbay}/login/?next=/dcim/sites/`);
  await page.getByRole('button', { name: /^Log in with/ }).click();
};

test('a login through it makes the account, with the roles that the page promises', async () => {
  await toProvider();
  await page.waitForURL(`http://localhost:${identityPort}/**`);
  await page.getByLabel('Username or e-mail').fill('alice');
  await page.getByLabel('Password').fill('correct horse');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`${patchbay}/dcim/sites/`);
  const { username, is_superuser } = (await user(page)) as { username: string; is_superuser: boolean };
  assert.deepEqual({ username, is_superuser }, { username: 'alice', is_superuser: true });
  const groups = await network.sql.unsafe(
    `select g.name from users_group g join users_user_groups ug on ug.group_id = g.id
     join users_user u on u.id = ug.user_id where u.username = 'alice' order by g.name`,
  );
  assert.deepEqual(
    groups.map(({ name }) => name),
    ['netbox_admin', 'superusers'],
  );
});

test('a logout in Patchbay ends the session at the provider', async () => {
  await page.goto(`${patchbay}/logout/`);
  await page.waitForURL((url) => url.origin === patchbay && url.pathname.startsWith('/login'));
  await page.goto(`http://localhost:${identityPort}/identity/`);
  await page.getByLabel('Password').waitFor();
});

test('signing out at the provider ends the session in Patchbay', async () => {
  await toProvider();
  await page.waitForURL(`http://localhost:${identityPort}/**`);
  await page.getByLabel('Username or e-mail').fill('alice');
  await page.getByLabel('Password').fill('correct horse');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`${patchbay}/dcim/sites/`);
  const other = await page.context().newPage();
  await other.goto(`http://localhost:${identityPort}/identity/`);
  await other.getByRole('link', { name: 'NetBox' }).waitFor();
  await other.getByRole('button', { name: 'Sign out' }).click();
  await other.getByLabel('Password').waitFor();
  assert.equal(await user(page), null);
});
