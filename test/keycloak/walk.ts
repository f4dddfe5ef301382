import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { launchBrowser } from '#test/browser.ts';
import { apiToken, ask, newDataDirectory, startServer } from '#test/running-server.ts';
import { KeycloakAdmin } from './keycloak-admin.ts';
import { startKeycloak } from './start-keycloak.ts';

/**
 * Logs in through a Keycloak that is started for it:
 *
 *     node --import tsx --test-reporter=spec test/keycloak/walk.ts
 *
 * docs/sso-keycloak.md has what it said last.
 */
const client = { clientId: 'netbox', secret: 'the secret of the client netbox' };
const keycloak = await startKeycloak();
after(() => keycloak.stop());
const { address: served } = await startServer({
  DATA_DIR: await newDataDirectory(),
  SUPERUSER_PASSWORD: 'a long password',
  SUPERUSER_API_TOKEN: apiToken,
  REMOTE_AUTH_ENABLED: 'true',
  REMOTE_AUTH_BACKEND: 'social_core.backends.open_id_connect.OpenIdConnectAuth',
  SOCIAL_AUTH_OIDC_ENDPOINT: `${keycloak.address}/realms/company`,
  SOCIAL_AUTH_OIDC_KEY: client.clientId,
  SOCIAL_AUTH_OIDC_SECRET: client.secret,
  REMOTE_AUTH_GROUP_SYNC_ENABLED: 'true',
  REMOTE_AUTH_AUTO_CREATE_GROUPS: 'true',
  REMOTE_AUTH_SUPERUSER_GROUPS: 'superusers',
});
const address = served.replace(/\/$/, '');
const admin = new KeycloakAdmin(keycloak.address, 'company');
await admin.makeRealm({ ...client, address });
for (const name of ['network', 'superusers']) await admin.makeGroup(name);
await admin.makeUser('alice', 'a password of hers', ['network', 'superusers']);

const browser = await launchBrowser();
after(() => browser.close());

async function newPage(): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(60_000);
  return page;
}

async function logIn(page: Page): Promise<void> {
  await page.goto(`${address}/login/?next=/dcim/sites/`);
  await page.getByRole('button', { name: /^Log in with/ }).click();
  await page.waitForURL(`${keycloak.address}/realms/company/**`);
  await page.locator('#username').fill('alice');
  await page.locator('#password').fill('a password of hers');
  await page.locator('#kc-login').click();
  await page.waitForURL(`${address}/dcim/sites/`);
}

interface Account {
  username: string;
  email: string;
  first_name: string;
  is_superuser: boolean;
}

/** Who the server says that the browser's session is. */
const whoIs = async (page: Page): Promise<Account | null> =>
  ((await (await page.request.get(`${address}/patchbay/session/`)).json()) as { user: Account | null }).user;

async function groupsOf(username: string): Promise<string[]> {
  const { json } = await ask(`${address}/api/users/users/?username=${username}`);
  return json.results[0].groups.map(({ name }: { name: string }) => name).sort();
}

test(`Keycloak ${keycloak.version}: a login makes the account, its groups and the superuser's role`, async () => {
  const page = await newPage();
  await logIn(page);
  const { username, email, first_name, is_superuser } = (await whoIs(page))!;
  assert.deepEqual(
    { username, email, first_name, is_superuser },
    { username: 'alice', email: 'alice@example.org', first_name: 'Alice', is_superuser: true },
  );
  assert.deepEqual(await groupsOf('alice'), ['network', 'superusers']);
});

test('a group that was lost at Keycloak is lost here at the next login, and the role with it', async () => {
  await admin.leaveGroup('alice', 'superusers');
  const page = await newPage();
  await logIn(page);
  assert.equal((await whoIs(page))!.is_superuser, false);
  assert.deepEqual(await groupsOf('alice'), ['network']);
});

test('logging out here ends the session at Keycloak, without a question', async () => {
  await admin.endSessions('alice');
  const page = await newPage();
  await logIn(page);
  assert.equal(await admin.sessions('alice'), 1);
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await page.waitForURL(`${address}/login/`);
  assert.equal(await whoIs(page), null);
  assert.equal(await admin.sessions('alice'), 0);
});

test('ending the session at Keycloak ends it here (back-channel logout)', async () => {
  const page = await newPage();
  await logIn(page);
  assert.equal((await whoIs(page))!.username, 'alice');
  await admin.endSessions('alice');
  assert.equal(await whoIs(page), null);
});
