import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { logIn } from './log-in.ts';
import { openInterface } from './open-interface.ts';
import { seriousFaults } from './serious-faults.ts';

const database = await testDatabase();
const web = await openInterface(database);
const { page, address, complaints } = web;
await logIn(web);

let expected: RegExp | undefined;
afterEach(async () => {
  const wrong = complaints().filter((complaint) => !expected?.test(complaint));
  expected = undefined;
  assert.deepEqual(wrong, []);
  assert.deepEqual(await seriousFaults(page), []);
});
const save = async (comment: string) => {
  await page.getByLabel('Why (kept with the revision)').fill(comment);
  await page.getByRole('button', { name: 'Keep as a new revision' }).click();
};
const row = (comment: string) => page.getByRole('row', { name: new RegExp(comment) });

test('settings are changed in a form, and the banner is there at once', async () => {
  await page.goto(`${address}/core/config-revisions/`);
  await page.getByText('No revision yet: every setting has its default.').waitFor();
  await page.getByLabel('BANNER_TOP').fill('Moving house');
  await page.getByLabel('PAGINATE_COUNT').fill('25');
  await save('first');
  await row('first').getByText('in force', { exact: true }).waitFor();
  await page
    .locator('p, div', { hasText: /^Moving house$/ })
    .first()
    .waitFor();
});

test('what a setting cannot be is said at its field', async () => {
  expected = /400/;
  await page.getByLabel('PAGINATE_COUNT').fill('many');
  await save('wrong');
  await page.getByText('This must be a whole number from 1.').waitFor();
});

test('two revisions are compared, and the former one is put in force again', async () => {
  await page.goto(`${address}/core/config-revisions/`);
  await page.getByLabel('PAGINATE_COUNT').fill('100');
  await save('second');
  await row('second').getByText('in force', { exact: true }).waitFor();
  await row('first').getByRole('combobox').selectOption({ label: 'Revision 2' });
  const panel = page.getByRole('region', { name: 'Comparison: Revision 1, Revision 2' });
  await panel.getByRole('row', { name: 'PAGINATE_COUNT 25 100' }).waitFor();
  assert.equal(await panel.getByText('BANNER_TOP').count(), 0);
  page.once('dialog', (dialog) => void dialog.accept());
  await row('first').getByRole('button', { name: 'Put in force: revision 1' }).click();
  await row('first').getByText('in force', { exact: true }).waitFor();
  assert.equal(await page.getByLabel('PAGINATE_COUNT').inputValue(), '25');
});

test('the system tells what runs, and who is logged in, and no secret', async () => {
  await page.goto(`${address}/core/system/`);
  await page.getByRole('heading', { name: 'Logged in' }).waitFor();
  await page.getByRole('row', { name: /^admin Chrome/ }).waitFor();
  await page.getByText('SECRET_KEY', { exact: true }).waitFor();
  await page.getByText('(set; not shown)').first().waitFor();
  assert.equal(await page.getByText('x1x1', { exact: false }).count(), 0);
});
