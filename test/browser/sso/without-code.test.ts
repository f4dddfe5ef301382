import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { administrator, openWalk } from './open-walk.ts';

const database = await testDatabase();
const { sql } = database;
const walk = await openWalk(database, ({ endpoint, clientId, clientSecret }) => ({
  REMOTE_AUTH_ENABLED: 'true',
  REMOTE_AUTH_BACKEND: 'social_core.backends.open_id_connect.OpenIdConnectAuth',
  SOCIAL_AUTH_OIDC_ENDPOINT: endpoint,
  SOCIAL_AUTH_OIDC_KEY: clientId,
  SOCIAL_AUTH_OIDC_SECRET: clientSecret,
  SOCIAL_AUTH_BACKEND_ATTRS: '{"oidc": ["authentik", null]}',
  REMOTE_AUTH_GROUP_SYNC_ENABLED: 'true',
  REMOTE_AUTH_AUTO_CREATE_GROUPS: 'true',
  REMOTE_AUTH_SUPERUSER_GROUPS: 'superusers',
  SSO_DENY_WITHOUT_GROUP: 'true',
}));
const { address, authentik, logIn } = walk;

async function groupsOf(name: string) {
  const [user] = await sql.unsafe(
    `select is_superuser, (select string_agg(g.name, ',' order by g.name)
       from users_user_groups m join users_group g on g.id = m.group_id where m.user_id = u.id) as groups
     from users_user u where username = $1`,
    [name],
  );
  return user && [user.is_superuser, user.groups];
}

test('groups and the superuser’s role come from the provider, and go with it', async () => {
  const { page } = await walk.newPage();
  await page.goto(`${address}/login/`);
  await page.getByRole('button', { name: 'Log in with authentik' }).waitFor();
  await logIn(page, 'alice', '/dcim/sites/');
  await page.waitForURL(`${address}/dcim/sites/`);
  assert.deepEqual(await groupsOf('alice'), ['t', 'network,superusers']);
  authentik.people.alice!.groups = ['network'];
  const again = await walk.newPage();
  await logIn(again.page, 'alice');
  await again.page.getByRole('heading', { name: 'Overview' }).waitFor();
  assert.deepEqual(await groupsOf('alice'), ['f', 'network']);
});

test('whoever has no group is told so', async () => {
  authentik.people.mallory = { email: 'm@x.org', email_verified: false, given_name: 'M', family_name: 'M', groups: [] };
  const { page } = await walk.newPage();
  await logIn(page, 'mallory');
  await page.getByRole('alert').getByText("doesn't tell any group of yours").waitFor();
  assert.equal(await groupsOf('mallory'), undefined);
});

test('logging out here logs out there; the provider is asked again', async () => {
  const { page } = await walk.newPage();
  await logIn(page, 'alice');
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await page.waitForURL(`${address}/login/`);
  await page.getByRole('button', { name: 'Log in with authentik' }).click();
  await page.getByLabel('Username').waitFor();
});

test('an administrator tries a login, and links who was refused', async () => {
  authentik.people.admin = {
    email: 'a@x.org',
    email_verified: false,
    given_name: 'A',
    family_name: 'D',
    groups: ['network', 'superusers'],
  };
  const stranger = await walk.newPage();
  await logIn(stranger.page, 'admin');
  await stranger.page.getByRole('alert').getByText('There is an account "admin" already').waitFor();

  const { page } = await walk.newPage();
  await page.goto(`${address}/login/?next=/sso/`);
  await page.getByLabel('User name').fill(administrator.username);
  await page.getByLabel('Password', { exact: true }).fill(administrator.password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByRole('heading', { name: 'Single sign-on' }).waitFor();
  await page.getByText(`${address}/oauth/complete/oidc/`).waitFor();

  authentik.people.carol = {
    email: 'c@x.org',
    email_verified: true,
    given_name: 'Carol',
    family_name: 'C',
    groups: ['superusers', 'lab'],
  };
  await page.getByRole('button', { name: 'Test login' }).click();
  await page.getByLabel('Username').fill('carol');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('alert').getByText('This login would be let in').waitFor();
  await page.getByText('carol (would be made)').waitFor();
  await page.getByText('lab, superusers').waitFor();
  assert.equal(await groupsOf('carol'), undefined);

  const row = page.getByRole('row').filter({ hasText: 'An administrator can link' });
  await row.getByLabel('User name of the account to link').fill('admin');
  await row.getByRole('button', { name: 'Link' }).click();
  await page.getByRole('button', { name: 'Unlink admin from admin' }).waitFor();
  // Whoever was turned away is asked again: they may have another account.
  await stranger.page.getByRole('button', { name: 'Log in with authentik' }).click();
  await stranger.page.getByLabel('Username').fill('admin');
  await stranger.page.getByRole('button', { name: 'Continue' }).click();
  await stranger.page.getByRole('button', { name: 'Account' }).waitFor();
  assert.deepEqual(await groupsOf('admin'), ['t', 'network,superusers']);
});
