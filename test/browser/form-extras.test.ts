import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { insertRow } from '#test/insert-row.ts';
import { goTo } from './go-to.ts';
import { logIn } from './log-in.ts';
import { openInterface } from './open-interface.ts';
import { smallNetwork } from './small-network.ts';

const database = await testDatabase();
await smallNetwork(database.sql);
const { sql } = database;
await insertRow(sql, 'virtualization_vminterface', { id: 1, name: 'ens1', virtual_machine_id: 1, enabled: true });
await sql.unsafe(`update virtualization_virtualmachine set interface_count = 1 where id = 1`);
await insertRow(sql, 'dcim_macaddress', { id: 901, mac_address: '02:00:00:00:09:01' });
await insertRow(sql, 'ipam_servicetemplate', {
  id: 1,
  name: 'Web server',
  port_mappings: '{tcp/80,tcp/443}',
  description: 'serves pages',
});
await insertRow(sql, 'dcim_moduletypeprofile', {
  id: 901,
  name: 'Disk',
  schema: JSON.stringify({
    properties: {
      size: { type: 'integer', title: 'Capacity', minimum: 1 },
      medium: { type: 'string', enum: ['flash', 'magnetic'], default: 'flash' },
      hot_plug: { type: 'boolean' },
      uses: { type: 'array', items: { type: 'string', enum: ['cache', 'data'] } },
    },
    required: ['size'],
  }),
});
const web = await openInterface(database);
const { page, complaints } = web;
const main = page.locator('main');
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const field = (name: string) => main.getByRole('combobox', { name, exact: true });
const one = async (query: string) => {
  const [row] = await sql.unsafe(query).values();
  return row && [...row].map((value: unknown) => (value === null ? null : String(value)));
};
const save = () => page.keyboard.press('Control+Enter');
const named = (name: string) => page.getByRole('option').filter({ has: page.getByText(name, { exact: true }) });
const sentTo = (path: string) => page.waitForRequest((asked) => asked.method() !== 'GET' && asked.url().includes(path));

before(() => logIn(web));

test('a new address is made the primary one of its device in one request', async () => {
  await goTo(page, '/ipam/ip-addresses/add/?interface=1');
  await heading('Add IP address');
  await main.locator('[name=address]').fill('10.1.0.9/24');
  await main.getByLabel('Primary address of the device or machine').check();
  const sent = sentTo('/patchbay/together/');
  await save();
  await heading('10.1.0.9/24');
  await sent;
  assert.deepEqual(
    await one(`select host(a.address) from dcim_device d join ipam_ipaddress a on a.id = d.primary_ip4_id`),
    ['10.1.0.9'],
  );
  assert.deepEqual(complaints(), []);
});

test('its form says so, and takes it back; the out-of-band address likewise', async () => {
  await page.keyboard.press('e');
  await heading('Edit 10.1.0.9/24');
  const primary = main.getByLabel('Primary address of the device or machine');
  await primary.and(page.locator(':checked')).waitFor();
  await primary.uncheck();
  await main.getByLabel('Out-of-band address of the device').check();
  await save();
  await heading('10.1.0.9/24');
  assert.deepEqual(await one(`select primary_ip4_id, oob_ip_id is null from dcim_device where id = 1`), [null, 'f']);
  assert.deepEqual(complaints(), []);
});

test('one address alone can be the primary one, and only of an interface', async () => {
  await goTo(page, '/ipam/ip-addresses/add/');
  await heading('Add IP address');
  await main.locator('[name=address]').fill('10.1.0.[20-21]/24');
  await main.getByRole('combobox', { name: 'Type of Assigned object', exact: true }).click();
  await page.getByRole('option', { name: 'FHRP group' }).click();
  assert.equal(await main.getByLabel('Primary address of the device or machine').count(), 0);
  await main.getByRole('combobox', { name: 'Type of Assigned object', exact: true }).click();
  await page.getByRole('option', { name: 'Interface (virtual machine)' }).click();
  assert.equal(await main.getByLabel('Out-of-band address of the device').count(), 0);
  await field('Interface').click();
  await named('ens1').click();
  await main.getByLabel('Primary address of the device or machine').check();
  await save();
  await main.getByText('Only for one object at a time.').waitFor();
  assert.deepEqual(await one(`select count(*) from ipam_ipaddress where host(address) like '10.1.0.2_'`), ['0']);
  assert.deepEqual(complaints(), []);
});

test('an address and a MAC address that exist are assigned from the page of an interface', async () => {
  await main.locator('[name=address]').fill('');
  await goTo(page, '/dcim/interfaces/2/');
  const leave = page.getByRole('button', { name: 'Leave' });
  if (await leave.isVisible()) await leave.click();
  await heading(/^eth2/);
  await main.getByRole('button', { name: 'Assign address' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'IP address', exact: true }).click();
  await page.getByRole('option', { name: '10.1.0.1/24' }).waitFor();
  assert.equal(await page.getByRole('option', { name: '10.1.0.9/24' }).count(), 0);
  await page.getByRole('option', { name: '10.1.0.1/24' }).click();
  await dialog.getByLabel('Primary address of the device or machine').check();
  await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await main.getByRole('button', { name: 'Assign MAC address' }).click();
  await dialog.getByRole('combobox', { name: 'MAC address', exact: true }).click();
  await page.getByRole('option', { name: '02:00:00:00:09:01' }).click();
  await dialog.getByLabel('Primary MAC address of the interface').check();
  await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  assert.deepEqual(
    await one(`select a.assigned_object_id, d.primary_ip4_id = a.id, i.primary_mac_address_id
      from ipam_ipaddress a, dcim_device d, dcim_interface i where a.id = 1 and d.id = 1 and i.id = 2`),
    ['2', 't', '901'],
  );
  assert.deepEqual(complaints(), []);
});

test('a new interface has its MAC address at once', async () => {
  await goTo(page, '/dcim/interfaces/add/?device=3&type=1000base-t');
  await heading('Add interface');
  await main.locator('[name=name]').fill('uplink');
  await main.locator('[name=mac_address]').fill('02:00:00:00:09:02');
  await save();
  await heading(/^uplink/);
  assert.deepEqual(
    await one(`select m.mac_address from dcim_interface i join dcim_macaddress m on m.id = i.primary_mac_address_id
      where i.name = 'uplink'`),
    ['02:00:00:00:09:02'],
  );
  assert.deepEqual(complaints(), []);
});

test('a service is made from a template', async () => {
  await goTo(page, '/ipam/services/add/?device=1');
  await heading(/^Add /);
  await field('Template').click();
  await page.getByRole('option', { name: 'Web server' }).click();
  await main.locator('[name=name][value="Web server"]').waitFor();
  await main.getByText('tcp/443').waitFor();
  await save();
  await heading('Web server');
  assert.deepEqual(await one(`select name, port_mappings::text, description from ipam_service`), [
    'Web server',
    '{tcp/80,tcp/443}',
    'serves pages',
  ]);
  assert.deepEqual(complaints(), []);
});

test('a tunnel is made with both of its ends', async () => {
  await goTo(page, '/vpn/tunnels/add/?name=Branch&encapsulation=gre&status=active');
  await heading('Add tunnel');
  for (const [side, group, type, owner, part] of [
    [1, 'First termination', 'Interface (device)', 'sw1', 'eth1'],
    [2, 'Second termination', 'Interface (virtual machine)', 'vm1', 'ens1'],
  ] as const) {
    await main.getByRole('heading', { name: group, exact: true }).waitFor();
    await main.locator(`#vpn-tunnel-termination${side}_termination`).click();
    await page.getByRole('option', { name: type, exact: true }).click();
    await main.locator(`#vpn-tunnel-termination${side}_termination-within`).fill(owner);
    await named(owner).click();
    await main.locator(`#vpn-tunnel-termination${side}_termination`).click();
    await page.getByRole('option', { name: part }).click();
  }
  await save();
  await heading('Branch');
  assert.deepEqual(
    await one(`select string_agg(c.model || t.termination_id || t.role, ' ' order by t.id) from vpn_tunneltermination t
      join django_content_type c on c.id = t.termination_type_id`),
    ['interface1peer vminterface1peer'],
  );
  assert.deepEqual(complaints(), []);
});

test('an end that is taken is refused at its field, and no tunnel is made', async () => {
  await goTo(
    page,
    '/vpn/tunnels/add/?name=Second&encapsulation=gre&status=active&termination1_termination_type=dcim.interface&termination1_termination_id=1',
  );
  await heading('Add tunnel');
  await main.locator('[value^="eth1"]').waitFor();
  await save();
  await main.getByRole('alert').waitFor();
  assert.deepEqual(await one(`select count(*) from vpn_tunnel`), ['1']);
  assert.equal(complaints().filter((line) => !/\b400\b/.test(line)).length, 0);
});

test('a redundancy group is made with its virtual address', async () => {
  await goTo(page, '/ipam/fhrp-groups/add/?protocol=vrrp3&group_id=7');
  await heading('Add FHRP group');
  await main.locator('[name=ip_address]').fill('10.1.0.254/24');
  await save();
  await heading(/7/);
  assert.deepEqual(
    await one(`select a.role, a.status, a.assigned_object_id = g.id from ipam_fhrpgroup g, ipam_ipaddress a
      where host(a.address) = '10.1.0.254'`),
    ['vrrp', 'active', 't'],
  );
  assert.deepEqual(complaints(), []);
});

test('a module type is asked for what its profile wants, and changed', async () => {
  await goTo(page, '/dcim/module-types/add/?manufacturer=1&model=Disk%201');
  await heading('Add module type');
  await field('Profile').click();
  await named('Disk').click();
  const attributes = main.locator('[data-field=attributes]');
  await attributes.getByRole('combobox', { name: 'Medium' }).and(page.locator('[value=flash]')).waitFor();
  await attributes.getByRole('checkbox', { name: 'Hot plug' }).check();
  await attributes.getByRole('combobox', { name: 'Uses' }).click();
  await page.getByRole('option', { name: 'data' }).click();
  await page.keyboard.press('Escape');
  await save();
  await main.getByRole('alert').waitFor();
  assert.equal(await one(`select 1 from dcim_moduletype`), undefined);
  await attributes.getByRole('textbox', { name: 'Capacity' }).fill('4');
  await save();
  await heading('Disk 1');
  const stored = `select attribute_data->>'size', attribute_data->>'medium', attribute_data->>'hot_plug', attribute_data->>'uses'
    from dcim_moduletype`;
  assert.deepEqual(await one(stored), ['4', 'flash', 'true', '["data"]']);
  await page.keyboard.press('e');
  await heading('Edit Disk 1');
  await attributes.getByRole('textbox', { name: 'Capacity' }).and(page.locator('[value="4"]')).fill('8');
  await save();
  await heading('Disk 1');
  assert.deepEqual(await one(stored), ['8', 'flash', 'true', '["data"]']);
  assert.equal(complaints().filter((line) => !/\b400\b/.test(line)).length, 0);
});

test('a virtual chassis is made with its members in their order', async () => {
  await goTo(page, '/dcim/virtual-chassis/add/?name=Stack');
  await heading('Add virtual chassis');
  await field('Site').click();
  await named('Linz').click();
  for (const name of ['sw60', 'sw57']) {
    await field('Members').fill(name);
    await named(name).click();
    await main.getByRole('button', { name: `Remove ${name}` }).waitFor();
  }
  await save();
  await heading('Stack');
  assert.deepEqual(
    await one(`select string_agg(name || ' ' || vc_position, ', ' order by vc_position) from dcim_device
      where virtual_chassis_id is not null`),
    ['sw60 1, sw57 2'],
  );
  assert.deepEqual(complaints(), []);
});
