import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { goTo } from './go-to.ts';
import { logIn } from './log-in.ts';
import { openInterface } from './open-interface.ts';
import { smallNetwork } from './small-network.ts';

const database = await testDatabase();
const { sql } = database;
await smallNetwork(sql);
await sql.unsafe(`
  insert into ipam_ipaddress (id, created, last_updated, custom_field_data, address, status, role, dns_name, description, comments)
  select n + 10, now(), now(), '{}', ('10.0.' || (n / 256) || '.' || (n % 256) || '/8')::inet,
    case n when 300 then 'reserved' else 'active' end, null, '', '', ''
  from generate_series(1, 300) n`);
const web = await openInterface(database);
const { page, complaints } = web;
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const counted = (count: string) => page.locator('h1 + output', { hasText: new RegExp(`^${count}$`) }).waitFor();

before(() => logIn(web));

test('what was typed and not searched for yet is over once the search is cleared elsewhere', async () => {
  await goTo(page, '/dcim/devices/?q=sw1');
  await heading('Devices');
  await counted('11');
  // All within one turn of the page: a letter more, and the address without the search.
  await page.evaluate(`(() => {
    const input = document.querySelector('main input[type=search]');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, 'sw12');
    input.dispatchEvent(new Event('input', { bubbles: true }));
    history.pushState(null, '', '/dcim/devices/');
    dispatchEvent(new PopStateEvent('popstate'));
  })()`);
  await counted('60');
  // Longer than a search waits for more letters.
  await page.waitForTimeout(400);
  assert.equal(new URL(page.url()).search, '');
  await counted('60');
  assert.deepEqual(complaints(), []);
});

test('Enter in the palette waits for what is found for what was typed', async () => {
  for (const name of ['sw11', 'sw23'])
    await sql.unsafe(
      `insert into extras_cachedvalue (id, timestamp, object_type_id, object_id, field, type, value, weight)
       select gen_random_uuid(), now(), t.id, d.id, 'name', 'str', d.name, 100 from dcim_device d, django_content_type t
       where d.name = '${name}' and t.app_label = 'dcim' and t.model = 'device'`,
    );
  await page.route('**/patchbay/search/**', async (route) => {
    if (route.request().url().includes('q=sw23')) await new Promise((over) => setTimeout(over, 700));
    await route.continue();
  });
  await page.keyboard.press('Control+k');
  const input = page.getByRole('combobox', { name: 'Search or jump to' });
  await input.fill('sw11');
  await page.getByRole('option', { name: /^sw11/ }).waitFor();
  await input.fill('sw23');
  await input.press('Enter');
  await heading(/^sw23/);
  await page.unroute('**/patchbay/search/**');
  assert.deepEqual(complaints(), []);
});

test('rows that come after the list was filtered are not chosen in the filtered one', async () => {
  await goTo(page, '/ipam/ip-addresses/?per_page=250');
  await heading('IP addresses');
  await counted('301');
  await page.locator('tr[data-href]').first().waitFor();
  // The page's last rows were not in sight yet: they come late.
  let tell = () => {};
  const late = new Promise<void>((resolve) => {
    tell = resolve;
  });
  await page.route('**/api/ipam/ip-addresses/**offset=200**', async (route) => {
    await late;
    await route.continue();
  });
  const asked = page.waitForRequest(/offset=200/);
  await page.getByRole('checkbox', { name: 'Select the rows of this page' }).click();
  await asked;
  await goTo(page, '/ipam/ip-addresses/?per_page=250&status=reserved');
  await counted('1');
  const told = page.waitForResponse(/offset=200/);
  tell();
  await told;
  await page.waitForTimeout(200);
  assert.equal(await page.getByRole('toolbar').count(), 0);
  await page.unroute('**/api/ipam/ip-addresses/**offset=200**');
  assert.deepEqual(complaints(), []);
});

test('an object is picked from its list, which may be filtered', async () => {
  await goTo(page, '/dcim/devices/2/edit/');
  await heading('Edit sw2');
  const site = page.getByRole('combobox', { name: 'Site', exact: true });
  await site.click();
  await page.getByRole('option', { name: 'Choose from the list…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill('Linz');
  await dialog.getByRole('link', { name: 'Vienna' }).waitFor({ state: 'detached' });
  await dialog.getByRole('link', { name: 'Linz' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.equal(await site.inputValue(), 'Linz');
  assert.equal(new URL(page.url()).pathname, '/dcim/devices/2/edit/');
  await page.keyboard.press('Control+Enter');
  await heading(/^sw2/);
  assert.equal((await sql.unsafe('select site_id from dcim_device where id = 2'))[0]!.site_id, '2');
  assert.deepEqual(complaints(), []);
});

test('devices are given to a cluster and taken from it, at its page', async () => {
  await goTo(page, '/virtualization/clusters/1/');
  await heading(/^East/);
  await page.locator('main').getByRole('button', { name: 'Devices', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const picker = dialog.getByRole('combobox', { name: 'Devices to assign' });
  for (const name of ['sw3', 'sw4']) {
    await picker.fill(name);
    await page
      .getByRole('option')
      .filter({ has: page.getByText(name, { exact: true }) })
      .click();
    await dialog.getByRole('button', { name: `Remove ${name}` }).waitFor();
  }
  // What is offered lies over the button while the picker has the focus.
  await picker.press('Tab');
  await dialog.getByRole('button', { name: 'Save the devices' }).click();
  await dialog.waitFor({ state: 'detached' });
  const hosts = async () =>
    (await sql.unsafe('select name from dcim_device where cluster_id = 1 order by 1')).map(({ name }) => name);
  assert.deepEqual(await hosts(), ['sw3', 'sw4']);
  await page.locator('main').getByRole('button', { name: 'Devices', exact: true }).click();
  await dialog.getByRole('button', { name: 'Take sw3 out' }).click();
  await dialog.getByRole('button', { name: 'Save the devices' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.deepEqual(await hosts(), ['sw4']);
  assert.deepEqual(complaints(), []);
});
