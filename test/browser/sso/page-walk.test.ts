import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { openWalk, pageEnvironment } from './open-walk.ts';

// The page's pipeline as a file of the configuration folder; its functions are those that are built in.
const folder = mkdtempSync(join(tmpdir(), 'configuration-'));
after(() => rmSync(folder, { recursive: true }));
const pipeline = [
  'social_core.pipeline.social_auth.social_details',
  'social_core.pipeline.social_auth.social_uid',
  'social_core.pipeline.social_auth.auth_allowed',
  'social_core.pipeline.social_auth.social_user',
  'social_core.pipeline.user.get_username',
  'social_core.pipeline.user.create_user',
  'social_core.pipeline.social_auth.associate_user',
  'social_core.pipeline.social_auth.load_extra_data',
  'social_core.pipeline.user.user_details',
  'netbox.custom_pipeline.add_groups',
  'netbox.custom_pipeline.remove_groups',
  'netbox.custom_pipeline.set_roles',
];
writeFileSync(join(folder, 'authentik.json'), JSON.stringify({ SOCIAL_AUTH_PIPELINE: pipeline }));

const walk = await openWalk(await testDatabase(), (authentik) => ({
  ...pageEnvironment(authentik),
  CONFIG_DIR: folder,
}));
const { account, address, authentik, logIn } = walk;

test('from the login button to being logged in with groups and the superuser’s role', async () => {
  const { page } = await walk.newPage();
  await logIn(page, 'alice', '/dcim/sites/');
  await page.waitForURL(`${address}/dcim/sites/`);
  await page.getByRole('button', { name: 'Account' }).getByText('alice (Alice Liddell)').waitFor();
  assert.deepEqual(await account('alice'), {
    is_superuser: 't',
    email: 'alice@example.org',
    first_name: 'Alice',
    last_name: 'Liddell',
    groups: 'network,superusers',
  });
});

test('losing a group at the provider takes the role away at the next login', async () => {
  authentik.people.alice!.groups = ['network'];
  const { page } = await walk.newPage();
  await logIn(page, 'alice');
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  const { is_superuser, groups } = (await account('alice'))!;
  assert.deepEqual([is_superuser, groups], ['f', 'network']);
});

test('a provider that tells no groups takes all of them, and breaks nothing', async () => {
  authentik.people.alice!.silent = true;
  const { page } = await walk.newPage();
  await logIn(page, 'alice');
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  assert.equal((await account('alice'))!.groups, null);
  authentik.people.alice!.silent = false;
});

test('logout ends the session here and the one at the provider', async () => {
  const asked = await walk.logOut();
  assert.ok(asked.get('id_token_hint'));
  assert.equal(asked.get('post_logout_redirect_uri'), `${address}/oauth/complete/oidc/`);
});

test('whoever the provider turns away sees why', async () => {
  const { page } = await walk.newPage();
  await logIn(page, 'nobody');
  await page.waitForURL(`${address}/login/`);
  await page.getByRole('alert').getByText('access_denied (this person may not use the application)').waitFor();
});

test('a GET of NetBox’s address shows the button', async () => {
  const { page } = await walk.newPage();
  await page.goto(`${address}/oauth/login/oidc/?next=/dcim/devices/`);
  await page.waitForURL(`${address}/login/?next=%2Fdcim%2Fdevices%2F&backend=oidc`);
  await page.getByRole('button', { name: 'Log in with OpenID Connect' }).waitFor();
});

test('the provider down: the page says so, and a local login works', async () => {
  const walkDown = await openWalk(await testDatabase(), pageEnvironment);
  await walkDown.authentik.stop();
  const { page } = await walkDown.newPage();
  await page.goto(`${walkDown.address}/login/`);
  await page.getByRole('button', { name: /^Log in with/ }).click();
  await page.getByRole('alert').getByText("can't be reached at the moment").waitFor();
  await page.getByLabel('User name').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill('a long password');
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
});
