import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registry } from '#models/registry.ts';
import { testDatabase } from '#test/database.ts';
import { ownApp } from '#test/own-app.ts';
import { apiToken } from '#test/running-server.ts';

const { sql } = await testDatabase();
const address = await ownApp(sql);

interface Result {
  created: number;
  updated: number;
  skipped: number;
  errors: { row: number; errors: Record<string, string[]> }[];
  ignored: string[];
}

async function importing(path: string, rows: object[], more: object = {}): Promise<Result> {
  const response = await fetch(`${address}/patchbay/import/${path}/`, {
    method: 'POST',
    headers: { Authorization: `Token ${apiToken}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ rows, ...more }),
  });
  const lines = (await response.text()).trim().split('\n');
  const last = JSON.parse(lines.at(-1)!) as { result: Result | undefined; error?: string };
  assert.ok(last.result, last.error ?? 'no result');
  return last.result;
}

async function made(path: string, rows: object[], more: object = {}): Promise<Result> {
  const result = await importing(path, rows, more);
  assert.deepEqual(result.errors, []);
  return result;
}

const count = async (table: string) => Number((await sql.unsafe(`select count(*) from ${table}`))[0]!.count);

test('rows name objects by what they are called, and trees may name rows before or after', async () => {
  await made('dcim/regions', [
    { name: 'Vienna', slug: 'vienna', parent: 'Austria' },
    { name: 'Austria', slug: 'austria', parent: 'Europe' },
    { name: 'Europe', slug: 'europe', parent: '' },
  ]);
  await made('extras/tags', [{ name: 'Core net', slug: 'core' }]);
  await made('dcim/sites', [
    { name: 'One', slug: 'one', status: 'Active', 'region.slug': 'vienna', tags: 'core' },
    { name: 'Two', slug: 'two', status: 'planned', region: 'Austria', tags: 'Core net' },
  ]);
  const rows = await sql.unsafe(`
    select s.name, r.name as region, s.status, (select count(*) from extras_taggeditem where object_id = s.id) as tags
    from dcim_site s join dcim_region r on r.id = s.region_id order by 1`);
  assert.deepEqual(
    rows.map((row) => ({ ...row })),
    [
      { name: 'One', region: 'Vienna', status: 'active', tags: '1' },
      { name: 'Two', region: 'Austria', status: 'planned', tags: '1' },
    ],
  );
});

test('names that several objects have are told apart by what else the row says', async () => {
  await made('dcim/locations', [
    { name: 'Hall', slug: 'hall', site: 'One' },
    { name: 'Hall', slug: 'hall', site: 'Two' },
  ]);
  await made('dcim/racks', [{ name: 'R1', site: 'Two', location: 'Hall', status: 'active' }]);
  await made('dcim/power-panels', [
    { name: 'P', site: 'One' },
    { name: 'P', site: 'Two' },
  ]);
  await made('dcim/power-feeds', [{ name: 'F', site: 'Two', power_panel: 'P' }]);
  const [row] = await sql.unsafe(`
    select (select s.name from dcim_rack r join dcim_location l on l.id = r.location_id join dcim_site s on s.id = l.site_id)
      as rack, (select s.name from dcim_powerfeed f join dcim_powerpanel p on p.id = f.power_panel_id
      join dcim_site s on s.id = p.site_id) as feed`);
  assert.deepEqual({ ...row }, { rack: 'Two', feed: 'Two' });
});

test('a device type of the library comes with its components', async () => {
  await made('dcim/manufacturers', [{ name: 'Maker', slug: 'maker' }]);
  const result = await made('dcim/device-types', [
    {
      manufacturer: 'Maker',
      model: 'PDU 2',
      slug: 'pdu-2',
      u_height: 1,
      is_full_depth: false,
      front_image: true,
      comments: 'text',
      interfaces: [{ name: 'eth0', type: '1000base-t', mgmt_only: true }],
      'console-ports': [{ name: 'con', type: 'rj-45' }],
      'power-outlets': [{ name: 'out1', type: 'iec-60320-c13', power_port: 'in', feed_leg: 'A' }],
      'power-ports': [{ name: 'in', type: 'iec-60320-c14' }],
      'front-ports': [{ name: 'f1', type: '8p8c', rear_port: 'r1', rear_port_position: 2 }],
      'rear-ports': [{ name: 'r1', type: '8p8c', positions: 2 }],
      'module-bays': [{ name: 'bay', position: '1' }],
    },
  ]);
  assert.deepEqual(result.ignored, []);
  const [row] = await sql.unsafe(`
    select (select p.name from dcim_poweroutlettemplate o join dcim_powerporttemplate p on p.id = o.power_port_id) as port,
      (select rear_port_position from dcim_porttemplatemapping) as position, (select count(*) from dcim_interfacetemplate) as n`);
  assert.deepEqual({ ...row }, { port: 'in', position: '2', n: '1' });
});

test('components, addresses and cables name their devices', async () => {
  await made('dcim/device-roles', [{ name: 'Switch', slug: 'switch', color: 'ff0000' }]);
  const device = { role: 'Switch', manufacturer: 'Maker', device_type: 'PDU 2', status: 'active' };
  await made('dcim/devices', [
    { ...device, name: 'a', site: 'One' },
    { ...device, name: 'b', site: 'Two', rack: 'R1', location: 'Hall', position: '3', face: 'front' },
  ]);
  await made('dcim/interfaces', [
    { device: 'a', name: 'ae0', type: 'lag' },
    { device: 'a', name: 'x1', type: '10gbase-x-sfpp', enabled: 'no' },
    { device: 'b', name: 'x1', type: '10gbase-x-sfpp' },
  ]);
  await made('ipam/ip-addresses', [
    { address: '10.0.0.1/24', status: 'active', device: 'a', interface: 'x1', is_primary: 'yes' },
  ]);
  await made('dcim/cables', [
    {
      side_a_device: 'a',
      side_a_type: 'dcim.interface',
      side_a_name: 'x1',
      side_b_device: 'b',
      side_b_type: 'dcim.interface',
      side_b_name: 'x1',
      status: 'connected',
    },
  ]);
  const [row] = await sql.unsafe(`
    select (select host(i.address) from dcim_device d join ipam_ipaddress i on i.id = d.primary_ip4_id) as ip,
      (select count(*) from dcim_cabletermination) as ends`);
  assert.deepEqual({ ...row }, { ip: '10.0.0.1', ends: '2' });
});

test('devices are put into bays of devices that the same import makes, and have their place', async () => {
  const type = { manufacturer: 'Maker', u_height: 0, is_full_depth: false };
  await made('dcim/device-types', [
    {
      ...type,
      model: 'Chassis',
      slug: 'chassis',
      u_height: 4,
      subdevice_role: 'parent',
      'device-bays': [{ name: 'bay 1' }],
    },
    { ...type, model: 'Blade', slug: 'blade', subdevice_role: 'child' },
  ]);
  const device = { role: 'Switch', manufacturer: 'Maker', status: 'active' };
  const result = await made('dcim/devices', [
    { ...device, name: 'blade 1', device_type: 'Blade', site: 'Two', parent: 'chassis 1', device_bay: 'bay 1' },
    { ...device, name: 'chassis 1', device_type: 'Chassis', site: 'Two', rack: 'R1', location: 'Hall' },
  ]);
  assert.deepEqual(result.ignored, []);
  const [row] = await sql.unsafe(`
    select d.name, d.rack_id = p.rack_id as rack from dcim_devicebay b
    join dcim_device d on d.id = b.installed_device_id join dcim_device p on p.id = b.device_id`);
  assert.deepEqual({ ...row }, { name: 'blade 1', rack: 't' });
  const { errors } = await importing('dcim/devices', [
    { ...device, name: 'blade 2', device_type: 'Blade', site: 'Two', parent: 'chassis 1', device_bay: 'bay 9' },
    { ...device, name: 'blade 3', device_type: 'Blade', site: 'Two', parent: 'nobody', device_bay: 'bay 1' },
  ]);
  assert.deepEqual(
    errors.map((one) => [one.row, Object.keys(one.errors)]),
    [
      [0, ['device_bay']],
      [1, ['parent']],
    ],
  );
});

test('columns that only imports have', async () => {
  await made('dcim/mac-addresses', [
    { mac_address: '02:00:00:00:00:0a', device: 'a', interface: 'x1', is_primary: 'yes' },
    { mac_address: '02:00:00:00:00:0b', device: 'a', interface: 'x1', is_primary: '' },
  ]);
  await made('dcim/module-type-profiles', [{ name: 'Disk', schema: '{"properties": {"size": {"type": "integer"}}}' }]);
  await made('dcim/module-types', [
    { manufacturer: 'Maker', model: 'Disk 1', profile: 'Disk', attribute_data: '{"size": 4}' },
  ]);
  await made('dcim/module-bays', [{ device: 'a', name: 'slot' }]);
  await made('dcim/modules', [
    { device: 'a', module_bay: 'slot', module_type: 'Disk 1', status: 'active', replicate_components: 'no' },
  ]);
  await made('ipam/services', [
    { name: 'ssh', port_mappings: 'tcp/22', parent_object_type: 'dcim.device', parent: 'b' },
  ]);
  await made('vpn/tunnels', [{ name: 'T', status: 'active', encapsulation: 'gre' }]);
  await made('vpn/tunnel-terminations', [{ tunnel: 'T', role: 'peer', device: 'b', termination: 'x1' }]);
  await made('extras/webhooks', [{ name: 'Hook', payload_url: 'https://example.org/' }]);
  await made('extras/event-rules', [
    {
      name: 'Rule',
      object_types: 'dcim.site',
      event_types: 'object_created',
      action_type: 'webhook',
      action_object: 'Hook',
    },
  ]);
  const [row] = await sql.unsafe(`
    select (select m.mac_address from dcim_interface i join dcim_macaddress m on m.id = i.primary_mac_address_id) as mac,
      (select attribute_data->>'size' from dcim_moduletype where model = 'Disk 1') as size,
      (select d.name from ipam_service s join dcim_device d on d.id = s.parent_object_id) as parent,
      (select d.name from vpn_tunneltermination t join dcim_interface i on i.id = t.termination_id
        join dcim_device d on d.id = i.device_id) as termination,
      (select w.name from extras_eventrule r join extras_webhook w on w.id = r.action_object_id) as hook`);
  assert.deepEqual({ ...row }, { mac: '02:00:00:00:00:0a', size: '4', parent: 'b', termination: 'b', hook: 'Hook' });
});

test('both ends of a wireless link are told apart by their devices', async () => {
  await made('dcim/interfaces', [
    { device: 'a', name: 'wlan0', type: 'ieee802.11ax' },
    { device: 'b', name: 'wlan0', type: 'ieee802.11ax' },
  ]);
  await made('wireless/wireless-links', [
    { device_a: 'a', interface_a: 'wlan0', site_b: 'Two', device_b: 'b', interface_b: 'wlan0', status: 'connected' },
  ]);
  const [row] = await sql.unsafe(`
    select a.device_id <> b.device_id as apart from wireless_wirelesslink l
    join dcim_interface a on a.id = l.interface_a_id join dcim_interface b on b.id = l.interface_b_id`);
  assert.deepEqual({ ...row }, { apart: 't' });
});

test('errors stand at their rows and columns, and nothing is kept', async () => {
  const before = await count('dcim_site');
  const { errors } = await importing('dcim/sites', [
    { name: 'Three', slug: 'three', status: 'active' },
    { name: 'Four', slug: 'four', status: 'nowhere', region: 'Atlantis' },
    { name: '', slug: 'One!', latitude: 'north' },
  ]);
  assert.deepEqual(
    errors.map(({ row, errors }) => [row, Object.keys(errors).sort()]),
    [
      [1, ['region', 'status']],
      [2, ['latitude', 'name', 'slug']],
    ],
  );
  assert.match(errors[0]!.errors.region![0]!, /Atlantis/);
  assert.equal(await count('dcim_site'), before);
});

test('what is there is refused, left, or changed', async () => {
  const rows = [
    { name: 'One', slug: 'one', description: 'changed' },
    { name: 'Five', slug: 'five', description: '' },
  ];
  assert.equal((await importing('dcim/sites', rows)).errors.length, 1);
  const skipped = await made('dcim/sites', rows, { existing: 'skip', match: ['slug'], preview: true });
  assert.deepEqual([skipped.created, skipped.skipped], [1, 1]);
  const changed = await made('dcim/sites', rows, { existing: 'update', match: ['slug'], message: 'by import' });
  assert.deepEqual([changed.created, changed.updated], [1, 1]);
  const [{ id } = { id: 0 }] = await sql.unsafe(`select id from dcim_site where slug = 'five'`);
  await made('dcim/sites', [{ id, name: 'Fifth' }]);
  const sites = await sql.unsafe(`select name, description from dcim_site where slug in ('one', 'five') order by 1`);
  assert.deepEqual(
    sites.map((row) => Object.values(row)),
    [
      ['Fifth', ''],
      ['One', 'changed'],
    ],
  );
  const [{ n } = { n: 0 }] = await sql.unsafe(
    `select count(*) as n from core_objectchange where message = 'by import'`,
  );
  assert.equal(n, '2');
});

test('1,000 rows take few statements, and a preview of them keeps nothing', async () => {
  const rows = Array.from({ length: 1000 }, (_, at) => ({
    prefix: `10.${at >> 8}.${at & 255}.0/24`,
    status: 'active',
  }));
  assert.equal((await made('ipam/prefixes', rows, { preview: true })).created, 1000);
  assert.equal(await count('ipam_prefix'), 0);
  assert.equal((await made('ipam/prefixes', rows)).created, 1000);
  assert.equal(await count('ipam_prefix'), 1000);
});

test('every model that is written tells its columns', async () => {
  for (const { rest, readOnly, actionsOnly } of registry.models) {
    if (rest?.split('/').length !== 2 || readOnly || actionsOnly) continue;
    const response = await fetch(`${address}/patchbay/import/${rest}/`);
    const { columns } = (await response.json()) as { columns: { name: string }[] };
    assert.ok(columns.length > 1, rest);
    assert.equal(new Set(columns.map(({ name }) => name)).size, columns.length, `${rest} has a column twice`);
  }
});
