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
  insert into ipam_ipaddress (id, created, last_updated, custom_field_data, address, status, role, dns_name, description, comments)
  select n + 10, now(), now(), '{}', ('10.' || (n / 65536) || '.' || (n / 256 % 256) || '.' || (n % 256) || '/8')::inet,
    'active', null, 'host' || n, '', ''
  from generate_series(1, 100000) n`);
const web = await openInterface(database);
const { page, address, complaints } = web;
const rows = page.locator('tr[data-href]');
const scroller = page.locator('main section').first();
const counted = (count: string) => page.locator('h1 + output', { hasText: new RegExp(`^${count}$`) }).waitFor();
const chosen = (count: number) => page.getByRole('toolbar').getByText(`${count} selected`).waitFor();

await logIn(web);

test('100,000 rows scroll, and few of them are on the page', async () => {
  await goTo(page, '/ipam/ip-addresses/?sort=dns_name');
  await counted('100,001');
  await rows.first().waitFor();
  for (const part of [0.1, 0.5, 0.9, 1]) {
    await scroller.evaluate((element, part) => element.scrollTo({ top: element.scrollHeight * part }), part);
    await page.locator(`tr[data-index="${part === 1 ? 100_000 : Math.round(100_001 * part)}"]`).waitFor();
    assert.ok((await rows.count()) < 120, 'too many rows are on the page');
  }
  await page.getByText('Page 2,001 of 2,001').waitFor();
  await page.waitForURL(/page=2001/);
  await page.reload();
  await page.locator('tr[data-index="100000"]').waitFor();
  assert.deepEqual(complaints(), []);
});

test('rows that are scrolled past are not asked for', async () => {
  await goTo(page, '/ipam/ip-addresses/');
  await rows.first().waitFor();
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('/api/ipam/ip-addresses/')) asked++;
  });
  await scroller.evaluate((element) => {
    for (let step = 1; step <= 40; step++) element.scrollTo({ top: (element.scrollHeight * step) / 41 });
  });
  await page.locator('tr[data-index="97562"]').waitFor();
  page.removeAllListeners('request');
  assert.ok(asked < 8, `${asked} requests`);
  assert.deepEqual(complaints(), []);
});

test('the keyboard walks, chooses and opens rows beyond the screen', async () => {
  await page.goto(`${address}/dcim/devices/`);
  await counted('60');
  await rows.first().waitFor();
  for (let step = 0; step < 41; step++) await page.keyboard.press('j');
  await page.locator('tr[data-index="40"]:focus').waitFor();
  await page.keyboard.press('x');
  await chosen(1);
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await page.keyboard.press('Shift+X');
  await chosen(3);
  await page.keyboard.press('Shift+K');
  await chosen(4);
  await page.getByRole('button', { name: 'Select none' }).click();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.locator('dl').first().waitFor();
  assert.deepEqual(complaints(), []);
});

test('rows are chosen one by one, from one to another, all of the page, all that match', async () => {
  await goTo(page, '/dcim/devices/');
  await counted('60');
  const boxes = rows.getByRole('checkbox');
  await boxes.nth(1).check();
  await boxes.nth(5).click({ modifiers: ['Shift'] });
  await chosen(5);
  await boxes.nth(2).uncheck();
  await chosen(4);
  await page.getByRole('button', { name: 'Select none' }).click();
  await page.getByRole('checkbox', { name: 'Select the rows of this page' }).click();
  await chosen(50);
  await page.getByRole('button', { name: 'Select all 60 that match' }).click();
  await chosen(60);
  await boxes.nth(0).uncheck();
  await chosen(59);
  await page.keyboard.press('/');
  await page.keyboard.type('sw5');
  await counted('11');
  assert.equal(await page.getByRole('toolbar').count(), 0);
  assert.deepEqual(complaints(), []);
});

test('a list with chosen rows keeps nobody out', async () => {
  await goTo(page, '/dcim/devices/?status=active');
  await counted('54');
  await rows.first().getByRole('checkbox').check();
  assert.deepEqual(await seriousFaults(page), []);
  assert.deepEqual(complaints(), []);
});

test('several columns sort, in the order of the clicks', async () => {
  await goTo(page, '/dcim/devices/');
  await counted('60');
  await page.getByRole('button', { name: 'Site', exact: true }).click();
  await page.waitForURL(/sort=site$/);
  await page.getByRole('button', { name: 'Name', exact: true }).click({ modifiers: ['Shift'] });
  await page.waitForURL(/sort=site&sort=name$/);
  await page.getByRole('button', { name: 'Name', exact: true }).click({ modifiers: ['Shift'] });
  await page.waitForURL(`${address}/dcim/devices/?sort=site&sort=-name`);
  await rows.first().getByText('sw60').waitFor();
  await page.reload();
  await rows.first().getByText('sw60').waitFor();
  assert.deepEqual(complaints(), []);
});

test('a deletion shows what goes along and what forbids it, and takes a message', async () => {
  await goTo(page, '/dcim/devices/?q=sw1');
  await counted('11');
  await rows
    .filter({ hasText: /^sw1(?!\d)/ })
    .getByRole('checkbox')
    .check();
  await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Deleted with them').waitFor();
  await dialog.getByRole('link', { name: 'eth2' }).waitFor();
  await dialog.getByLabel('Message for the change log').fill('scrapped');
  await dialog.getByRole('button', { name: 'Delete 1 device' }).click();
  await counted('10');
  const [change] = await sql.unsafe(
    `select message from core_objectchange where object_repr = 'sw1' and action = 'delete'`,
  );
  assert.equal(change?.message, 'scrapped');

  await goTo(page, '/dcim/sites/');
  await page.getByRole('checkbox', { name: 'Select Vienna' }).check();
  await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click();
  await dialog.getByRole('alert').getByText('Vienna').waitFor();
  await dialog.getByText(/devices need it/).waitFor();
  assert.equal(await dialog.getByRole('button', { name: 'Delete 1 site' }).isDisabled(), true);
  await page.keyboard.press('Escape');
  assert.deepEqual(complaints(), []);
});

test('columns are kept in the preferences that NetBox keeps them in, and moved with the keyboard', async () => {
  await goTo(page, '/dcim/sites/');
  await counted('2');
  await page.getByRole('button', { name: 'Columns' }).click();
  const saved = page.waitForResponse((response) => response.request().method() === 'PATCH');
  await page.getByRole('button', { name: 'Move Status up' }).press('Enter');
  await saved;
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('columnheader').first().innerText(), 'Status');
  const [row] = await sql.unsafe(`select data->'tables'->'SiteTable'->'columns'->>0 as first from users_userconfig`);
  assert.equal(row?.first, 'status');
  await sql.unsafe(`
    update users_userconfig set data = jsonb_set(data, '{tables,SiteTable,columns}', '["slug", "name"]')`);
  await page.reload();
  await counted('2');
  assert.deepEqual(await page.getByRole('columnheader').allInnerTexts(), ['Slug', 'Name']);
  assert.deepEqual(complaints(), []);
});

test('columns are made wider and narrower, by hand and with the keyboard, and kept beside the chosen ones', async () => {
  await goTo(page, '/dcim/devices/');
  await counted('59');
  const edge = page.getByRole('separator', { name: 'Width of Site' });
  const header = page.getByRole('columnheader', { name: 'Site', exact: true });
  const width = async () => Math.round((await header.boundingBox())!.width);
  const usual = await width();
  const saved = () => page.waitForResponse((response) => response.request().method() === 'PATCH');
  const kept = async () =>
    (await sql.unsafe(`select data->'tables'->'DeviceTable'->'widths' as widths from users_userconfig`))[0]?.widths;
  const { x, y } = (await edge.boundingBox())!;
  const dragged = saved();
  await page.mouse.move(x + 4, y + 10);
  await page.mouse.down();
  await page.mouse.move(x + 64, y + 10, { steps: 4 });
  await page.mouse.up();
  await dragged;
  assert.equal(await width(), usual + 60);
  const pressed = saved();
  await edge.press('ArrowLeft');
  await pressed;
  assert.equal(await width(), usual + 52);
  assert.deepEqual(JSON.parse(await kept()), { site: usual + 52 });
  assert.deepEqual(await seriousFaults(page), []);
  await page.reload();
  await counted('59');
  await edge.waitFor();
  assert.equal(await width(), usual + 52);
  const reset = saved();
  await edge.dblclick();
  await reset;
  assert.equal(await width(), usual);
  assert.deepEqual(JSON.parse(await kept()), { site: null });
  assert.equal(new URL(page.url()).search, '');
  assert.deepEqual(complaints(), []);
});

test('columns and an order are saved under a name, applied by the address, and shared', async () => {
  await goTo(page, '/dcim/sites/?sort=-name');
  await rows.first().getByRole('cell', { name: 'Vienna', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('button', { name: 'Save these columns and this order…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Names backwards');
  await page.getByLabel('Shared with everybody').check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/tableconfig_id=\d+/);
  const [config] = await sql.unsafe(
    `select id, "table", columns::text, ordering::text, shared from extras_tableconfig`,
  );
  assert.deepEqual(
    [config?.table, config?.columns, config?.ordering, config?.shared],
    ['SiteTable', '{slug,name}', '{-name}', 't'],
  );
  await page.keyboard.press('Escape');
  await page.goto(`${address}/dcim/sites/?tableconfig_id=${config?.id}`);
  await rows.first().getByRole('cell', { name: 'Vienna', exact: true }).waitFor();
  assert.deepEqual(complaints(), []);
});

test('filters are saved under a name, applied, combined and removed', async () => {
  await goTo(page, '/dcim/devices/?site_id=2&status=active');
  await counted('4');
  await page.getByRole('button', { name: 'Saved filters' }).click();
  await page.getByLabel('Save the filters in force').fill('Linz, active');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/\?filter_id=\d+$/);
  await counted('4');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Remove the saved filter Linz, active' }).click();
  await counted('59');
  await page.getByRole('button', { name: 'Saved filters' }).click();
  await page.getByRole('button', { name: 'Linz, active', exact: true }).click();
  await counted('4');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('sw58');
  await counted('1');
  await page.reload();
  await counted('1');
  const [saved] = await sql.unsafe(`select parameters::text, shared from extras_savedfilter`);
  assert.deepEqual(JSON.parse(saved?.parameters as string), { site_id: ['2'], status: ['active'] });
  assert.equal(saved?.shared, 'f');
  assert.deepEqual(complaints(), []);
});

test('custom fields are columns and filters, with the choices of their set', async () => {
  await page.evaluate(`(async () => {
    const { csrf } = await (await fetch('/patchbay/session/')).json();
    const send = async (method, path, body) => (await fetch('/api/' + path, {
      method,
      headers: { 'Content-Type': 'application/json', 'X-CSRFToken': csrf },
      body: JSON.stringify(body),
    })).json();
    const set = await send('POST', 'extras/custom-field-choice-sets/', {
      name: 'Fruit', extra_choices: [['a', 'Apple'], ['p', 'Pear']],
    });
    await send('POST', 'extras/custom-fields/', {
      name: 'fruit', type: 'select', object_types: ['dcim.device'], choice_set: set.id,
    });
    await send('PATCH', 'dcim/devices/7/', { custom_fields: { fruit: 'p' } });
  })()`);
  await page.goto(`${address}/dcim/devices/`);
  await counted('59');
  await page.keyboard.press('f');
  await page.getByRole('combobox', { name: 'Find a filter' }).fill('fruit');
  await page.keyboard.press('Enter');
  await page.getByLabel('Pear').check();
  await page.getByRole('button', { name: 'Apply' }).click();
  await counted('1');
  assert.equal(new URL(page.url()).search, '?cf_fruit=p');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Fruit' }).check();
  await rows.getByText('Pear').waitFor();
  assert.deepEqual(complaints(), []);
});

test('how full racks are stands in their list', async () => {
  await sql.unsafe('update dcim_rack set starting_unit = 1');
  await sql.unsafe('update dcim_device set rack_id = 1, position = id, face = $1 where id between 2 and 22', ['front']);
  await goTo(page, '/dcim/racks/');
  await rows
    .first()
    .getByText(/^50.%$/)
    .waitFor();
  assert.deepEqual(complaints(), []);
});

test('a list is exported as it is filtered, as a table and as objects', async () => {
  await goTo(page, '/dcim/devices/?site_id=2&sort=name');
  await counted('5');
  for (const [item, pattern] of [
    ['These columns as CSV', /^Name,Status/],
    ['Objects as JSON', /^\[\{/],
    ['Objects as YAML', /^- id: /],
  ] as const) {
    await page.getByRole('button', { name: 'Import and export' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item }).click();
    const stream = await (await saved).createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    const content = Buffer.concat(parts).toString('utf8');
    assert.match(content.replace(/^\uFEFF/, ''), pattern);
    assert.equal(content.match(/sw\d+/g)?.includes('sw1'), false);
  }
  assert.deepEqual(complaints(), []);
});
