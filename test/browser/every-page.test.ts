import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resources } from '#identity/administration/resources.ts';
import { makeTables } from '#identity/schema/make-tables.ts';
import { createSecretBox } from '#identity/secret-box.ts';
import { testDatabase } from '#test/database.ts';
import { demoNetwork } from './demo-network.ts';
import { goTo } from './go-to.ts';
import { logIn } from './log-in.ts';
import { openInterface } from './open-interface.ts';
import { seriousFaults } from './serious-faults.ts';

/** What belongs to no model: each page opens, complains about nothing and keeps nobody out, light and dark. */
const database = await testDatabase();
await demoNetwork(database);
await makeTables(database.sql, createSecretBox('x1'.repeat(35)));
const web = await openInterface(database, { settings: { IDENTITY_ENABLED: true } });
const { page, address, complaints } = web;

async function judge(): Promise<void> {
  await page.waitForLoadState('networkidle');
  assert.deepEqual(complaints(), []);
  assert.deepEqual(await seriousFaults(page), []);
  assert.doesNotMatch(await page.locator('body').innerText(), /\[object Object\]|\bundefined\b|\bNaN\b/);
}

test('the page to log in', async () => {
  await page.goto(`${address}/login/`);
  await page.getByLabel('User name').waitFor();
  await judge();
  await logIn(web);
  complaints();
});

const pages: readonly (readonly [path: string, shows: string])[] = [
  ['/', 'Overview'],
  ['/search/?q=ham', 'Search everything'],
  ['/dcim/rack-elevations/', 'Rack elevations'],
  ['/users/permission-matrix/', 'Who may do what'],
  ['/core/config-revisions/', 'Configuration'],
  ['/core/system/', 'System'],
  ['/sso/', 'Single sign-on'],
  ['/user/profile/', 'Profile'],
  ['/user/preferences/', 'Preferences'],
  ['/user/password/', 'Password'],
  ['/user/api-tokens/', 'API tokens'],
  ['/user/bookmarks/', 'Bookmarks'],
  ['/user/subscriptions/', 'Subscriptions'],
  ['/user/notifications/', 'Notifications'],
  ['/user/sessions/', 'Sessions'],
  ['/dcim/racks/1/delete/', 'Delete'],
  ['/nowhere/', 'Nothing here'],
  ...Object.keys(resources).flatMap((kind) =>
    ['', 'add/'].map((step) => [`/identity-provider/${kind}/${step}`, 'Identity provider'] as const),
  ),
  ['/identity-provider/events/', 'Identity provider'],
];
for (const [path, shows] of pages)
  test(path, async () => {
    await goTo(page, path);
    await page.getByRole('heading', { level: 1, name: shows }).first().waitFor();
    await judge();
  });

const opened: readonly (readonly [name: string, open: () => Promise<void>])[] = [
  ['the palette', async () => page.keyboard.press('Control+k')],
  ['the help', async () => page.keyboard.press('?')],
  ['the menu of the user', async () => page.getByRole('button', { name: /Account$/ }).click()],
  ['the filters', async () => page.keyboard.press('f')],
  ['the columns', async () => page.getByRole('button', { name: 'Columns' }).click()],
  ['the saved filters', async () => page.getByRole('button', { name: 'Saved filters' }).click()],
];
for (const [name, open] of opened)
  test(`${name}, opened over a list`, async () => {
    await page.goto(`${address}/dcim/devices/`);
    await page.locator('tr[data-href]').first().waitFor();
    await open();
    await page.locator('[role="dialog"], [role="menu"], [role="listbox"]').first().waitFor();
    try {
      await judge();
    } finally {
      await page.keyboard.press('Escape');
    }
  });

test('an object that is not there', async () => {
  const refused = ['page', 'related'].map((what) =>
    page.waitForResponse((response) => response.url().includes(`/patchbay/${what}/dcim/sites/999999/`)),
  );
  await goTo(page, '/dcim/sites/999999/');
  await page.getByRole('heading', { level: 1, name: 'Nothing here' }).waitFor();
  for (const response of await Promise.all(refused)) await response.finished();
  await page.waitForFunction('document.readyState === "complete"');
  complaints();
  await judge();
});

test('the identity provider’s own page to sign in', async () => {
  await page.goto(`${address}/identity/sign-in`);
  await page.getByRole('textbox').first().waitFor();
  await judge();
});

test('what is ours around GraphiQL', async () => {
  await page.goto(`${address}/graphql/`);
  await page.getByRole('button', { name: /Execute query/ }).waitFor();
  assert.deepEqual(await seriousFaults(page, { within: '.home' }), []);
});
