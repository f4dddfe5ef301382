import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { openInterface, superuser } from './open-interface.ts';
import { seriousFaults } from './serious-faults.ts';
import { smallNetwork } from './small-network.ts';

const database = await testDatabase();
const { sql } = database;
await smallNetwork(sql);
const { page, address, complaints } = await openInterface(database);
await sql.unsafe(`update circuits_circuit set install_date = '2026-03-01', created = now() where id = 1`);

/** The session that is asked for before anybody is logged in. */
afterEach(async () => {
  assert.deepEqual(complaints(), []);
  // `html-has-lang` and `html-lang-valid` are among what axe holds to be serious.
  assert.deepEqual(await seriousFaults(page), []);
});
const open = (path: string) => page.goto(`${address}${path}`);
const spoken = () => page.evaluate('document.documentElement.lang');

async function logIn(words: { name: string; password: string; submit: string; home: string }): Promise<void> {
  await page.getByLabel(words.name).fill(superuser.username);
  await page.getByLabel(words.password, { exact: true }).fill(superuser.password);
  await page.getByRole('button', { name: words.submit }).click();
  await page.getByRole('heading', { name: words.home }).waitFor();
}
const english = { name: 'User name', password: 'Password', submit: 'Log in', home: 'Overview' };
const german = { name: 'Benutzername', password: 'Passwort', submit: 'Anmelden', home: 'Überblick' };

test('an English browser is spoken to in English, and loads no other language', async () => {
  await open('/login/');
  await logIn(english);
  assert.equal(await spoken(), 'en');
  const texts =
    'performance.getEntriesByType("resource").filter(({ name }) => /\\/language-[^/]*\\.js$/.test(name)).length';
  assert.equal(await page.evaluate(texts), 0);
});

test('German, chosen in the preferences, holds at once, and is kept where NetBox keeps it', async () => {
  await open('/user/preferences/');
  await page.getByLabel('Language').selectOption({ label: 'Deutsch' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { name: 'Einstellungen', exact: true }).waitFor();
  await page.getByText('Gespeichert. Es gilt in jedem Browser', { exact: false }).waitFor();
  assert.equal(await spoken(), 'de');
  await page.waitForFunction(`document.activeElement.textContent.trim() === 'Speichern'`);
  const [row] = await sql.unsafe(`select data #>> '{locale,language}' as language from users_userconfig`);
  assert.equal(row!.language, 'de');
});

test('menu, list and choices are German; so are dates', async () => {
  const menu = page.getByRole('navigation', { name: 'Hauptmenü' });
  await menu.getByRole('button', { name: 'Leitungen' }).click();
  await menu.getByRole('link', { name: 'Leitungen', exact: true }).click();
  await page.getByRole('heading', { name: 'Leitungen', exact: true }).waitFor();
  await page.getByRole('columnheader', { name: 'Mandant' }).waitFor();
  const [circuit] = await sql.unsafe('select cid from circuits_circuit where id = 1');
  await page.getByRole('link', { name: circuit!.cid as string, exact: true }).click();
  await page.getByText('01.03.2026', { exact: true }).waitFor();
  await page.getByText(/^Erstellt \d\d\.\d\d\.\d{4}, \d\d:\d\d$/).waitFor();
  await page.getByText('Aktiv', { exact: true }).first().waitFor();
});

test('a form is German, with its labels, choices and complaints; numbers are, too', async () => {
  await open('/dcim/devices/add/');
  await page.getByRole('heading', { name: 'Gerät hinzufügen' }).waitFor();
  await page.getByRole('button', { name: 'Erstellen', exact: false }).first().click();
  await page.getByText('Diese Angabe fehlt.').first().waitFor();
  await page.getByLabel('Inventarnummer').waitFor();
  await open('/dcim/interfaces/');
  await page.getByRole('heading', { name: 'Schnittstellen', exact: true }).waitFor();
});

test('the choice survives a new login in an English browser', async () => {
  await page.getByRole('button', { name: /Konto$/ }).click();
  await page.getByRole('menuitem', { name: 'Abmelden' }).click();
  // Nobody's preference holds on the page of the login.
  await page.getByLabel('User name').waitFor();
  assert.equal(await spoken(), 'en');
  await page.getByLabel(english.name).fill(superuser.username);
  await page.getByLabel(english.password, { exact: true }).fill(superuser.password);
  await page.getByRole('button', { name: english.submit }).click();
  await page.getByRole('navigation', { name: 'Hauptmenü' }).waitFor();
  assert.equal(await spoken(), 'de');
});

test('a German browser is spoken to in German before anybody is logged in', async () => {
  const context = await page.context().browser()!.newContext({ locale: 'de-AT' });
  const other = await context.newPage();
  await other.goto(`${address}/login/`);
  await other.getByLabel(german.name).waitFor();
  assert.equal(await other.evaluate('document.documentElement.lang'), 'de');
  assert.deepEqual(await seriousFaults(other), []);
  await context.close();
});

test('English is chosen again', async () => {
  await open('/user/preferences/');
  await page.getByLabel('Sprache').selectOption({ label: 'English' });
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await page.getByRole('heading', { name: 'Preferences', exact: true }).waitFor();
  assert.equal(await spoken(), 'en');
});
