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

afterEach(async () => {
  assert.deepEqual(complaints(), []);
  assert.deepEqual(await seriousFaults(page), []);
});

/** The key of the first row that a condition finds. */
async function key(table: string, where: string): Promise<string> {
  const [row] = await database.sql.unsafe(`select id from ${table} where ${where} order by id limit 1`);
  return String(row!.id);
}
const open = (path: string) => page.goto(`${address}${path}`);

test('a journal entry is written, shown and deleted', async () => {
  await open(`/dcim/sites/${await key('dcim_site', 'true')}/journal/`);
  await page.getByLabel('New journal entry').fill('The **lift** is out of order.');
  await page.getByText('Warning', { exact: true }).click();
  await page.getByRole('button', { name: 'Add entry' }).click();
  const entry = page.locator('li', { hasText: 'out of order' });
  await entry.locator('strong', { hasText: 'lift' }).waitFor();
  await entry.getByText('Warning').waitFor();
  await page.getByRole('navigation', { name: 'Parts of this page' }).getByText('Journal1').waitFor();
  page.once('dialog', (dialog) => void dialog.accept());
  await entry.getByRole('button', { name: 'Delete the entry' }).click();
  await page.getByText('Nothing is noted yet.').waitFor();
});

test('images are added and taken away', async () => {
  await open(`/dcim/racks/${await key('dcim_rack', 'true')}/image-attachments/`);
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'door.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') });
  await page.getByText('1 × 1').waitFor();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: /^Delete / }).click();
  await page.getByText('No images yet.').waitFor();
});

test('a change is shown field by field, with the names of what it refers to', async () => {
  const [change] = await database.sql`
    select c.changed_object_id as device, d.name, s.name as site from core_objectchange c
    join dcim_device d on d.id = c.changed_object_id join dcim_site s on s.id = d.site_id
    join django_content_type t on t.id = c.changed_object_type_id
    where t.model = 'device' and c.action = 'create' order by c.id limit 1`;
  await open(`/dcim/devices/${change!.device}/changelog/`);
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name} `) });
  await row('Name').getByText(change!.name).first().waitFor();
  await row('Site').getByText(change!.site).first().waitFor();
  await page.getByRole('link', { name: 'Open', exact: true }).first().click();
  await page.getByRole('heading', { name: 'What changed' }).waitFor();
});

test('a rack is drawn from both sides, with devices in their places', async () => {
  const [device] = await database.sql`
    select d.name, d.rack_id from dcim_device d where d.position is not null and d.face = 'front' order by d.id limit 1`;
  await open(`/dcim/racks/${device!.rack_id}/`);
  await page
    .getByRole('list', { name: /^Front of / })
    .getByText(device!.name)
    .waitFor();
  await page.getByRole('list', { name: /^Rear of / }).waitFor();
  await page
    .getByRole('list', { name: /^Front of / })
    .getByRole('link', { name: /^Add a device at unit/ })
    .first()
    .waitFor();
});

test('racks stand side by side, found by the filters of their list', async () => {
  const site = await key('dcim_site', 'exists (select from dcim_rack r where r.site_id = dcim_site.id)');
  await open(`/dcim/rack-elevations/?site_id=${site}`);
  await page.getByRole('button', { name: 'Remove the filter Site' }).waitFor();
  const [racks] = await database.sql`select count(*)::int from dcim_rack where site_id = ${site}`;
  await page.getByText(`${Math.min(24, racks!.count)} of ${racks!.count} racks`).waitFor();
  await page.getByText('Both', { exact: true }).click();
  await page
    .getByRole('list', { name: /^Rear of / })
    .first()
    .waitFor();
});

test('a trace is drawn from end to end through panels', async () => {
  const [path] = await database.sql`
    select i.id, i.name from dcim_interface i join dcim_cablepath p on p.id = i._path_id
    where p.is_complete and cardinality(p._nodes) > 7 order by i.id limit 1`;
  await open(`/dcim/interfaces/${path!.id}/trace/`);
  await page.locator('[data-asked]', { hasText: path!.name }).waitFor();
  await page.getByText('Complete: it reaches the far end.').waitFor();
  assert.ok((await page.locator('ol > li').count()) >= 7);
  const port = await key('dcim_rearport', 'cable_id is not null');
  await open(`/dcim/rear-ports/${port}/trace/`);
  await page.locator('[data-asked]').first().waitFor();
  await open(`/dcim/cables/${await key('dcim_cable', 'true')}/`);
  await page.getByRole('heading', { name: 'What it connects' }).waitFor();
});

test('a prefix shows how it is divided, and its addresses one by one', async () => {
  await open(`/ipam/prefixes/${await key('ipam_prefix', '_children > 1')}/`);
  await page
    .getByRole('list', { name: /^How .* is divided$/ })
    .getByRole('link')
    .first()
    .waitFor();
  await page.getByRole('link', { name: /^Prefixes inside/ }).waitFor();
  const leaf = await key(
    'ipam_prefix',
    `_children = 0 and family(prefix) = 4 and masklen(prefix) between 22 and 28
      and exists (select from ipam_ipaddress a where a.address <<= prefix and a.vrf_id is not distinct from ipam_prefix.vrf_id)`,
  );
  await open(`/ipam/prefixes/${leaf}/`);
  await page.locator('[data-kind="used"] a').first().waitFor();
  await page.locator('[data-kind="free"] a').first().waitFor();
});

test('a power feed and a panel show how much of their power is allocated', async () => {
  const feed = await key('dcim_powerfeed', '_path_id is not null');
  const [panel] = await database.sql`select power_panel_id as id from dcim_powerfeed where id = ${feed}`;
  for (const path of [`/dcim/power-feeds/${feed}/`, `/dcim/power-panels/${panel!.id}/`]) {
    await open(path);
    await page.getByRole('region', { name: 'Utilisation' }).getByText('%').waitFor();
  }
});

test('a site is on the map', async () => {
  await open(`/dcim/sites/${await key('dcim_site', 'latitude is not null')}/`);
  await page.locator('svg circle[data-centre]').waitFor();
});

test('a config context is shown with what it is merged from, and a configuration rendered', async () => {
  const device = await key('dcim_device', 'true');
  await database.sql`insert into extras_configtemplate (id, created, last_updated, name, description, template_code, environment_params,
    data_path, auto_sync_enabled, mime_type, file_name, file_extension, as_attachment, debug)
    values (900, now(), now(), 'hosts', '', 'hostname {{ device.name }}', '{}', '', false, '', '', '', false, false)`;
  await database.sql`update dcim_device set config_template_id = 900 where id = ${device}`;
  await open(`/dcim/devices/${device}/config-context/`);
  await page
    .getByRole('heading', { name: /weight \d+/ })
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'Rendered config' }).click();
  await page.getByText(/^hostname /).waitFor();
});

test('an object is bookmarked, watched, and let go', async () => {
  await open(`/dcim/sites/${await key('dcim_site', 'true')}/`);
  for (const [on, off] of [
    ['Bookmark', 'Remove the bookmark'],
    ['Be notified of changes', 'No longer be notified of changes'],
  ] as const) {
    await page.getByRole('button', { name: on }).click();
    await page.getByRole('button', { name: off }).click();
    await page.getByRole('button', { name: on }).waitFor();
  }
});

test('custom links are rendered; one with an address of a foreign kind says why it is not', async () => {
  const [type] = await database.sql`select id from django_content_type where app_label = 'dcim' and model = 'site'`;
  for (const [id, name, url] of [
    [901, 'Wiki', 'https://wiki.example.org/{{ object.slug }}'],
    [902, 'Bad', 'javascript:alert(1)'],
  ] as const) {
    await database.sql`insert into extras_customlink (id, created, last_updated, name, enabled, link_text, link_url, weight, group_name,
      button_class, new_window) values (${id}, now(), now(), ${name}, true, ${`${name} of {{ object.name }}`}, ${url}, 1, '', 'blue', false)`;
    await database.sql`insert into extras_customlink_object_types (customlink_id, contenttype_id) values (${id}, ${type!.id})`;
  }
  const [site] = await database.sql`select id, name, slug from dcim_site order by id limit 1`;
  await open(`/dcim/sites/${site!.id}/`);
  const link = page.getByRole('link', { name: `Wiki of ${site!.name}` });
  assert.equal(await link.getAttribute('href'), `https://wiki.example.org/${site!.slug}`);
  await page.getByRole('button', { name: 'Bad' }).waitFor();
});
