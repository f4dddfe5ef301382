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
    await walk.logOut();
  });
}
