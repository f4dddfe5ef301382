import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { goTo } from './go-to.ts';
import { logIn } from './log-in.ts';
import { openInterface } from './open-interface.ts';
import { seriousFaults } from './serious-faults.ts';
import { smallNetwork } from './small-network.ts';

const database = await testDatabase();
const { sql } = database;
await smallNetwork(sql);
await sql.unsafe(`
  select setval(pg_get_serial_sequence(t, 'id'), 1000)
  from unnest(array['dcim_device', 'dcim_interface', 'dcim_cable', 'extras_taggeditem']) t`);
const web = await openInterface(database);
const { page, complaints } = web;
const rows = page.locator('tr[data-href]');
const dialog = page.getByRole('dialog');
const toolbar = page.getByRole('toolbar');
const counted = (count: string) => page.locator('h1 + output', { hasText: new RegExp(`^${count}$`) }).waitFor();
const one = async (query: string) => ({ ...(await sql.unsafe(query))[0] });

async function choose(path: string, count: string): Promise<void> {
  await goTo(page, path);
  await counted(count);
  const none = page.getByRole('button', { name: 'Select none' });
  if (await none.isVisible()) await none.click();
  await page.getByRole('checkbox', { name: 'Select the rows of this page' }).click();
  const all = page.getByRole('button', { name: `Select all ${count} that match` });
  if (Number(count) > 50) await all.click();
  await toolbar.getByText(`${count} selected`).waitFor();
}

await logIn(web);

test('the touched fields of all that match are changed at once, the others are not', async () => {
  await choose('/dcim/devices/', '60');
  await toolbar.getByRole('button', { name: 'Edit' }).click();
  await dialog.locator('#bulk-description').fill('mass');
  assert.deepEqual(await seriousFaults(page), []);
  await dialog.getByRole('button', { name: 'Empty Tenant for all' }).click();
  await dialog.locator('#bulk-serial').fill('never');
  await dialog.getByRole('button', { name: 'Serial number changed: leave it as it is' }).click();
  await dialog.getByLabel('Message for the change log').fill('all of them');
  await dialog.getByRole('button', { name: 'See what changes' }).click();
  await dialog.getByText('60 devices will change.').waitFor();
  await dialog.getByRole('row', { name: /^other values 52$/ }).waitFor();
  await dialog.getByRole('row', { name: /^Tenant — as now 60$/ }).waitFor();
  assert.deepEqual(await seriousFaults(page), []);
  assert.deepEqual(await one(`select count(*) from dcim_device where description = 'mass'`), { count: '0' });
  await dialog.getByRole('button', { name: 'Change 2 fields of 60 devices' }).click();
  await dialog.waitFor({ state: 'detached' });
  await toolbar.getByText('60 selected').waitFor();
  assert.deepEqual(
    await one(`select count(*) filter (where description = 'mass' and serial <> 'never') as changed,
      (select count(*) from core_objectchange where message = 'all of them') as logged from dcim_device`),
    { changed: '60', logged: '60' },
  );
  assert.deepEqual(complaints(), []);
});

test('in the background: the job is shown, and followed until it has ended', async () => {
  await choose('/dcim/devices/?q=sw5', '11');
  await toolbar.getByRole('button', { name: 'Edit' }).click();
  await dialog.locator('#bulk-comments').fill('later');
  await dialog.getByRole('checkbox', { name: 'In the background' }).check();
  await dialog.getByRole('button', { name: 'Change 1 field of 11 devices' }).click();
  await page.waitForURL(/\/core\/jobs\/\d+\/$/);
  await page.getByRole('heading', { name: 'Bulk update devices' }).waitFor();
  await page.locator('dd').getByText('Completed', { exact: true }).waitFor();
  assert.deepEqual(await seriousFaults(page), []);
  assert.deepEqual(await one(`select count(*) from dcim_device where comments = 'later'`), { count: '11' });
  assert.deepEqual(complaints(), []);
});

test('what one object refuses is told by its name, and none is changed', async () => {
  await choose('/dcim/devices/?q=sw5', '11');
  await toolbar.getByRole('button', { name: 'Edit' }).click();
  await dialog.locator('#bulk-asset_tag').fill('A-1');
  await dialog.getByRole('button', { name: 'See what changes' }).click();
  await dialog.getByRole('alert').getByText('asset_tag').first().waitFor();
  assert.deepEqual(await one('select count(asset_tag) from dcim_device'), { count: '0' });
  assert.deepEqual(
    complaints().filter((line) => !/\b400\b/.test(line)),
    [],
  );
  await page.keyboard.press('Escape');
});

test('names are found and replaced by pattern, with every new one shown before', async () => {
  await choose('/dcim/devices/?q=sw5', '11');
  await toolbar.getByRole('button', { name: 'Rename' }).click();
  await dialog.getByLabel('Regular expression').check();
  await dialog.getByLabel('Find', { exact: true }).fill(String.raw`^sw(\d+)$`);
  await dialog.getByLabel('Replace with').fill(String.raw`switch-\1`);
  await dialog.getByRole('cell', { name: 'switch-59' }).waitFor();
  await dialog.getByRole('button', { name: 'Rename 11' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.deepEqual(await one(`select count(*) from dcim_device where name ~ '^switch-5'`), { count: '11' });
  assert.deepEqual(complaints(), []);
});

test('parts are made by a pattern for every chosen device, and cabled ones disconnected', async () => {
  await choose('/dcim/devices/?site_id=2', '5');
  await toolbar.getByRole('button', { name: 'Add parts' }).click();
  await dialog.locator('#part-name').fill('xe-[0-3]');
  await dialog.locator('#part-type').click();
  await page.getByRole('option', { name: /1000BASE-T \(1GE\)/ }).click();
  await dialog.getByRole('button', { name: 'Add 20 interfaces' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.deepEqual(await one(`select count(*) from dcim_interface where name like 'xe-%'`), { count: '20' });
  const [a, b] = await sql.unsafe(`select id from dcim_interface where name = 'xe-0' order by id limit 2`);
  await page.evaluate(
    `fetch('/patchbay/session/').then((answer) => answer.json()).then(({ csrf }) => fetch('/api/dcim/cables/', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CSRFToken': csrf },
      body: JSON.stringify({
        a_terminations: [{ object_type: 'dcim.interface', object_id: ${a?.id} }],
        b_terminations: [{ object_type: 'dcim.interface', object_id: ${b?.id} }],
      }),
    }))`,
  );
  await choose('/dcim/interfaces/?name=xe-0', '5');
  await toolbar.getByRole('button', { name: 'Disconnect' }).click();
  await dialog.getByText('2 of 5 have a cable.').waitFor();
  await dialog.getByRole('button', { name: 'Delete 1 cable' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.deepEqual(await one('select count(*) from dcim_cable'), { count: '0' });
  assert.deepEqual(complaints(), []);
});

test('deleting many that match asks for none of them by name', async () => {
  await choose('/dcim/devices/?status=offline', '6');
  await rows.first().getByRole('checkbox').uncheck();
  await toolbar.getByRole('button', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Delete 5 devices' }).click();
  await counted('1');
  assert.deepEqual(complaints(), []);
});
