import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { openWalk, pageEnvironment } from './open-walk.ts';

/**
 * The page's walk with its two files in Python in the configuration folder: from the login button to groups and role,
 * a group that is lost, an answer without groups, logout.
 */
export async function pythonWalk(files: Readonly<Record<string, string>>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'configuration-'));
  after(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const database = await testDatabase();
  const { sql } = database;
  const walk = await openWalk(database, (authentik) => ({ ...pageEnvironment(authentik), CONFIG_DIR: folder }));
  const { address, authentik, logIn } = walk;

  const account = async (name: string) => {
    const [user] = await sql.unsafe(
      `select is_superuser, email, (select string_agg(g.name, ',' order by g.name)
         from users_user_groups m join users_group g on g.id = m.group_id where m.user_id = u.id) as groups
       from users_user u where username = $1`,
      [name],
    );
    return user && { ...user };
  };

  test('from the login button to being logged in with groups and the superuser’s role', async () => {
    const { page } = await walk.newPage();
    await logIn(page, 'alice', '/dcim/sites/');
    await page.waitForURL(`${address}/dcim/sites/`);
    await page.getByRole('button', { name: 'Account' }).getByText('alice (Alice Liddell)').waitFor();
    assert.deepEqual(await account('alice'), {
      is_superuser: 't',
      email: 'alice@example.org',
      groups: 'network,superusers',
    });
  });

  test('losing a group at the provider takes the role away at the next login', async () => {
    authentik.people.alice!.groups = ['network', 'staff'];
    const { page } = await walk.newPage();
    await logIn(page, 'alice');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    const { is_superuser, groups } = (await account('alice'))!;
    assert.deepEqual([is_superuser, groups], ['f', 'network,staff']);
  });

  test('an answer without groups breaks the step: the login is denied and says why, nothing is changed', async () => {
    authentik.people.alice!.silent = true;
    const { page } = await walk.newPage();
    await logIn(page, 'alice');
    await page.waitForURL(`${address}/login/`);
    await page.getByRole('alert').getByText('custom_pipeline.add_groups').waitFor();
    assert.equal((await account('alice'))!.groups, 'network,staff');
    authentik.people.alice!.silent = false;
  });

  test('logout leads to the provider and ends the session there', async () => {
    const { page } = await walk.newPage();
    await logIn(page, 'alice');
    await page.getByRole('button', { name: 'Account' }).click();
    const ended = page.waitForRequest((request) => request.url().startsWith(authentik.endSession));
    await page.getByRole('menuitem', { name: 'Log out' }).click();
    await ended;
    await page.waitForURL(`${address}/login/`);
    await page.getByRole('button', { name: /^Log in with/ }).click();
    // The provider asks for the name again: nobody is logged in there.
    await page.getByLabel('Username').waitFor();
  });
}
