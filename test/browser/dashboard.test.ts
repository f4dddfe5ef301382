import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { demoNetwork } from './demo-network.ts';
import { logIn } from './log-in.ts';
import { openInterface } from './open-interface.ts';
import { seriousFaults } from './serious-faults.ts';

const database = await testDatabase();
await demoNetwork(database);
const web = await openInterface(database);
const { page, address, complaints } = web;
await logIn(web);
const widget = (name: string) => page.getByRole('region', { name, exact: true });
const painted = () => page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
const kept = async () => (await database.sql`select layout, config from extras_dashboard`)[0];

afterEach(async () => {
  assert.deepEqual(complaints(), []);
  assert.deepEqual(await seriousFaults(page), []);
});

test('a dashboard is arranged: widgets are set, added, moved with the keys, taken away, and kept', async () => {
  await page.getByRole('button', { name: 'Arrange' }).click();
  await widget('Recent changes').waitFor();
  await page
    .getByRole('button', { name: 'Remove Circuits' })
    .click()
    .catch(() => {});
  await page.getByRole('button', { name: 'Add a widget' }).click();
  await page.getByRole('menuitem', { name: 'Note' }).click();
  await page.getByLabel('Title').fill('Remember');
  await page.getByLabel('Text (Markdown)').fill('Call the **carrier**.');
  await page.getByRole('button', { name: 'Apply' }).click();
  await widget('Remember').getByText('carrier').waitFor();
  const move = page.getByRole('button', { name: 'Move Remember with the arrow keys' });
  await move.focus();
  await page.keyboard.press('ArrowRight');
  await painted();
  await page.keyboard.press('Shift+ArrowRight');
  await painted();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Arrange' }).waitFor();
  await widget('Remember').getByText('carrier').waitFor();
  const { layout, config } = (await kept())!;
  const widgets = JSON.parse(config) as Record<string, { class: string; title: string }>;
  const [id] = Object.entries(widgets).find(([, { title }]) => title === 'Remember')!;
  const place = (JSON.parse(layout) as { id: string; x: number; w: number }[]).find((one) => one.id === id)!;
  assert.deepEqual([widgets[id]!.class, place.x, place.w], ['extras.NoteWidget', 1, 5]);
});

test('it is there again, counts, lists, and leads on', async () => {
  await page.reload();
  await widget('Recent changes').getByRole('row').nth(3).waitFor();
  const [sites] = await database.sql`select count(*) from dcim_site`;
  await widget('Organization')
    .getByRole('link', { name: new RegExp(`^Sites\\s*${sites!.count}$`) })
    .click();
  await page.waitForURL(`${address}/dcim/sites/`);
  await page.goBack();
  await widget('Organization').waitFor();
});

test('one goes back to the usual overview', async () => {
  await page.getByRole('button', { name: 'Arrange' }).click();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Back to the usual one' }).click();
  await page.getByRole('button', { name: 'Arrange' }).waitFor();
  await page.getByRole('heading', { level: 2, name: 'Operations' }).waitFor();
  assert.equal(await kept(), undefined);
});
