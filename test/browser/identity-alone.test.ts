import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { openInterface, superuser } from './open-interface.ts';
import { seriousFaults } from './serious-faults.ts';

/** The interface of a server that is the identity provider alone: nothing in it leads to what isn't there. */
const { page, address, complaints } = await openInterface(await testDatabase(), { alone: 'identity' });

afterEach(async () => {
  assert.deepEqual(complaints(), []);
  assert.deepEqual(await seriousFaults(page), []);
});

test('whoever logs in is where the provider is administered', async () => {
  await page.goto(`${address}/`);
  await page.getByLabel('User name').fill(superuser.username);
  await page.getByLabel('Password', { exact: true }).fill(superuser.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('heading', { name: 'Identity provider' }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/identity-provider/');
});

test('every link leads somewhere', async () => {
  const links = await page.locator('a[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
  assert.ok(links.length > 8, links.join());
  for (const link of new Set(links)) {
    await page.goto(new URL(link, address).href);
    await page.getByRole('heading', { name: 'Identity provider' }).waitFor();
    await page.waitForLoadState('networkidle');
  }
});

test('a group is made, changed and deleted', async () => {
  await page.goto(`${address}/identity-provider/groups/add/`);
  await page.getByLabel('Name', { exact: false }).first().fill('network');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Delete' }).waitFor();
  await page.getByLabel('Superusers').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'network', exact: true }).click();
  await page.getByLabel('Superusers').waitFor();
  assert.equal(await page.getByLabel('Superusers').isChecked(), true);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('link', { name: 'network', exact: true }).waitFor({ state: 'detached' });
});

test('the user’s menu has the logout alone, which leads to the login page', async () => {
  await page.getByRole('button', { name: /admin/ }).click();
  const items = await page.getByRole('menuitem').allTextContents();
  assert.equal(items.length, 1, items.join());
  await page.getByRole('menuitem').click();
  await page.getByLabel('User name').waitFor();
  await page.goto(`${address}/identity-provider/groups/`);
  await page.getByLabel('User name').waitFor();
});
