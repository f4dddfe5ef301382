import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { readContentTypes } from '#operations/read/content-types.ts';
import { testDatabase } from '#test/database.ts';
import { insertRow } from '#test/insert-row.ts';
import { render } from '#test/render.ts';

/** A device in a site of a region below another, and a virtual machine of the same role, below another, and tenant. */
const { sql } = await testDatabase();
const put = (table: string, row: Record<string, unknown>) => insertRow(sql, table, row);

before(async () => {
  await put('dcim_region', { id: 1, name: 'Europe', slug: 'europe' });
  await put('dcim_region', { id: 2, name: 'Switzerland', slug: 'ch', parent_id: 1 });
  await put('dcim_region', { id: 3, name: 'Asia', slug: 'asia' });
  await put('dcim_site', { id: 1, name: 'Bern', slug: 'bern', region_id: 2 });
  await put('dcim_location', { id: 1, name: 'Floor', slug: 'floor', site_id: 1 });
  await put('dcim_location', { id: 2, name: 'Room', slug: 'room', site_id: 1, parent_id: 1 });
  await put('dcim_manufacturer', { id: 1 });
  await put('dcim_devicetype', { id: 1, manufacturer_id: 1 });
  await put('dcim_devicerole', { id: 1, name: 'Server', slug: 'server' });
  await put('dcim_devicerole', { id: 2, name: 'Web server', slug: 'web', parent_id: 1 });
  await put('tenancy_tenantgroup', { id: 1, name: 'All', slug: 'all' });
  await put('tenancy_tenantgroup', { id: 2, name: 'Some', slug: 'some', parent_id: 1 });
  await put('tenancy_tenant', { id: 1, name: 'T', slug: 't', group_id: 2 });
  const device = { device_type_id: 1, role_id: 2, site_id: 1, tenant_id: 1 };
  await put('dcim_device', { ...device, id: 1, name: 'one', location_id: 2 });
  await put('dcim_device', { ...device, id: 2, name: 'two', local_context_data: '{"ntp":{"own":true},"z":9}' });
  await put('dcim_device', { ...device, id: 3, name: 'kept', _config_context_data: '{"kept":true}' });
  await put('virtualization_virtualmachine', { id: 1, name: 'vm', role_id: 2, site_id: 1, tenant_id: 1 });
  await put('extras_tag', { id: 1, name: 'Edge', slug: 'edge' });
  const types = await readContentTypes(sql);
  await put('extras_taggeditem', { id: 1, tag_id: 1, object_id: 1, content_type_id: types.id('dcim.device') });
});

interface ContextRow {
  data: string;
  weight?: number;
  is_active?: boolean;
  in?: Record<string, [column: string, ...ids: number[]]>;
}

async function contexts(...rows: ContextRow[]) {
  await sql.unsafe(`truncate extras_configcontext cascade`);
  for (const [index, { in: assigned = {}, ...row }] of rows.entries()) {
    const id = index + 1;
    await put('extras_configcontext', { id, name: `c${id}`, weight: 1000, is_active: true, ...row });
    for (const [name, [column, ...ids]] of Object.entries(assigned))
      for (const other of ids)
        await sql.unsafe(
          `insert into extras_configcontext_${name} (configcontext_id, ${column}) values (${id}, ${other})`,
        );
  }
  const ofDevices = await render(sql, 'dcim.device', ['config_context']);
  const ofMachines = await render(sql, 'virtualization.virtualmachine', ['config_context']);
  return [ofDevices[1], ofDevices[2], ofDevices[3], ofMachines[1]].map((one) => one!.config_context);
}

const kept = { kept: true };
const local = { ntp: { own: true }, z: 9 };

test('without contexts there is the object own data alone', async () => {
  assert.deepEqual(await contexts(), [{}, local, kept, {}]);
});

test('later contexts go over earlier ones, own data over all; inactive ones count for nothing', async () => {
  const found = await contexts(
    { data: '{"a":2,"ntp":{"x":1}}', weight: 2000 },
    { data: '{"a":1,"b":1}', weight: 1000 },
    { data: '{"a":3}', weight: 3000, is_active: false },
  );
  const merged = { a: 2, b: 1, ntp: { x: 1 } };
  assert.deepEqual(found, [merged, { ...merged, ntp: { x: 1, own: true }, z: 9 }, kept, merged]);
});

const applies: [string, ContextRow['in'], device: boolean, other: boolean, machine: boolean][] = [
  ['a region above the site', { regions: ['region_id', 1] }, true, true, true],
  ['another region', { regions: ['region_id', 3] }, false, false, false],
  ['one of two regions', { regions: ['region_id', 2, 3] }, true, true, true],
  ['the site', { sites: ['site_id', 1] }, true, true, true],
  ['a location above the device', { locations: ['location_id', 1] }, true, false, false],
  ['the device type', { device_types: ['devicetype_id', 1] }, true, true, false],
  ['a role above', { roles: ['devicerole_id', 1] }, true, true, true],
  ['the tenant', { tenants: ['tenant_id', 1] }, true, true, true],
  ['the tenant group', { tenant_groups: ['tenantgroup_id', 2] }, true, true, true],
  ['a tenant group above', { tenant_groups: ['tenantgroup_id', 1] }, false, false, false],
  ['a tag', { tags: ['tag_id', 1] }, true, false, false],
  ['a right and a wrong dimension', { sites: ['site_id', 1], regions: ['region_id', 3] }, false, false, false],
];

for (const [title, assigned, device, other, machine] of applies)
  test(`a context of ${title}`, async () => {
    const found = await contexts({ data: '{"c":1}', in: assigned! });
    const has = found.map((one) => (one as { c?: number }).c === 1);
    assert.deepEqual(has, [device, other, false, machine]);
  });
