import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { readContentTypes } from '#operations/read/content-types.ts';
import { always, never } from '#query/tree.ts';
import { testDatabase } from '#test/database.ts';
import { insertRow } from '#test/insert-row.ts';
import { tryActions } from './try-actions.ts';

/**
 * Two devices and a patch panel in one rack: a/eth0 –cable 1– front port –rear port –cable 2– b/eth0; b/eth0 is bridged
 * to b/eth1, which a cable leads from to another panel port that goes no further.
 */
const { sql } = await testDatabase();
const ask = await tryActions(sql);

before(async () => {
  const put = (table: string, ...rows: Record<string, unknown>[]) =>
    rows.reduce((done, row) => done.then(() => insertRow(sql, table, row)), Promise.resolve());
  const types = await readContentTypes(sql);
  const node = (model: string, id: number) => `${types.id(model)}:${id}`;
  await put('users_user', { id: 1, username: 'admin', is_superuser: true });
  await put('dcim_site', { id: 1, name: 'Here', slug: 'here', status: 'active' });
  await put('dcim_rack', { id: 1, site_id: 1, name: 'R', status: 'active', u_height: 4, starting_unit: 1, width: 19 });
  await put('dcim_rack', {
    id: 2,
    site_id: 1,
    name: 'D',
    status: 'active',
    u_height: 2,
    starting_unit: 5,
    desc_units: true,
    width: 19,
  });
  await put('dcim_rackreservation', {
    id: 1,
    rack_id: 1,
    units: '{1,2,4}',
    user_id: 1,
    description: 'for <later>',
    status: 'active',
  });
  await put('dcim_manufacturer', { id: 1, name: 'M', slug: 'm' });
  await put(
    'dcim_devicetype',
    {
      id: 1,
      manufacturer_id: 1,
      model: 'Switch',
      slug: 'switch',
      u_height: 1,
      is_full_depth: true,
      front_image: 'devicetype-images/a b.png',
      rear_image: '',
    },
    {
      id: 2,
      manufacturer_id: 1,
      model: 'Panel',
      slug: 'panel',
      u_height: 1.5,
      is_full_depth: false,
      front_image: '',
      rear_image: '',
    },
  );
  await put(
    'dcim_devicerole',
    { id: 1, name: 'Core', slug: 'core', color: 'aa1409' },
    { id: 2, name: 'Panels', slug: 'panels', color: 'ffeb3b' },
  );
  const device = { site_id: 1, status: 'active', local_context_data: null, _config_context_data: null };
  await put(
    'dcim_device',
    { ...device, id: 1, name: 'a', device_type_id: 1, role_id: 1, rack_id: 1, position: 4, face: 'front' },
    { ...device, id: 2, name: 'b', device_type_id: 1, role_id: 1, rack_id: 1, position: 3, face: 'rear' },
    { ...device, id: 3, name: 'p', device_type_id: 2, role_id: 2, rack_id: 1, position: 1, face: 'front' },
  );
  await put('dcim_cable', {
    id: 1,
    label: 'one',
    type: 'cat6',
    status: 'connected',
    color: 'ff0000',
    length: 3,
    length_unit: 'm',
    description: '',
  });
  await put('dcim_cable', { id: 2, label: '', type: null, status: 'planned', color: '' });
  await put('dcim_cable', { id: 3, label: '', type: null, status: 'connected', color: '' });
  const steps = (...path: string[][]) => ({ path: JSON.stringify(path), _nodes: `{${path.flat().join(',')}}` });
  const eth = (id: number) => node('dcim.interface', id);
  const cable = (id: number) => node('dcim.cable', id);
  const front = node('dcim.frontport', 1);
  const rear = node('dcim.rearport', 1);
  await put(
    'dcim_cablepath',
    {
      id: 1,
      is_active: false,
      is_complete: true,
      is_split: false,
      ...steps([eth(1)], [cable(1)], [front], [rear], [cable(2)], [eth(2)]),
    },
    {
      id: 2,
      is_active: false,
      is_complete: true,
      is_split: false,
      ...steps([eth(2)], [cable(2)], [rear], [front], [cable(1)], [eth(1)]),
    },
    {
      id: 3,
      is_active: false,
      is_complete: false,
      is_split: false,
      ...steps([eth(3)], [cable(3)], [node('dcim.frontport', 2)], [node('dcim.rearport', 2)]),
    },
  );
  const wired = { type: '1000base-t', enabled: true, label: '', _site_id: 1 };
  await put(
    'dcim_interface',
    { ...wired, id: 1, device_id: 1, name: 'eth0', cable_id: 1, cable_end: 'A', _path_id: 1 },
    { ...wired, id: 3, device_id: 2, name: 'eth1', cable_id: 3, cable_end: 'A', _path_id: 3 },
    { ...wired, id: 2, device_id: 2, name: 'eth0', cable_id: 2, cable_end: 'B', _path_id: 2, bridge_id: 3 },
    { ...wired, id: 4, device_id: 2, name: 'eth2' },
  );
  const port = { device_id: 3, type: '8p8c', positions: 1, label: '' };
  await put(
    'dcim_frontport',
    { ...port, id: 1, name: 'F1', cable_id: 1, cable_end: 'B' },
    { ...port, id: 2, name: 'F2', cable_id: 3, cable_end: 'B' },
  );
  await put(
    'dcim_rearport',
    { ...port, id: 1, name: 'R1', cable_id: 2, cable_end: 'A' },
    { ...port, id: 2, name: 'R2' },
  );
  await put('extras_customfieldchoiceset', {
    id: 1,
    name: 'c',
    base_choices: null,
    extra_choices: '{{b,"Beta, x"},{a,Alpha}}',
    order_alphabetically: true,
  });
  await put('tenancy_contactrole', { id: 1, name: 'Admin', slug: 'admin' });
  await put('tenancy_contact', { id: 1, name: 'Ann', email: 'ann@example.org', comments: '' });
  await put('tenancy_contactassignment', {
    id: 1,
    object_type_id: types.id('dcim.device'),
    object_id: 1,
    contact_id: 1,
    role_id: 1,
    priority: 'primary',
  });
  await put('ipam_service', {
    id: 1,
    name: 'web',
    parent_object_type_id: types.id('dcim.device'),
    parent_object_id: 1,
    port_mappings: '{tcp/80,tcp/443}',
  });
  await put('extras_tag', { id: 1, name: 'Blue', slug: 'blue', color: '0000ff', weight: 1000 });
  await put('extras_taggeditem', { id: 1, tag_id: 1, content_type_id: types.id('dcim.device'), object_id: 1 });
});

type Named = { name: string };
const names = (ends: Named[]) => ends.map(({ name }) => name).join('+');

for (const [id, way] of [
  [1, 'eth0 -1- F1 | R1 -2- eth0 | eth1 -3- F2 | R2 -- '],
  [2, 'eth0 -2- R1 | F1 -1- eth0'],
  [3, 'eth1 -3- F2 | R2 -- '],
  [4, ''],
] as const)
  test(`the trace of interface ${id} is ${way || 'empty'}`, async () => {
    const { json } = await ask(`dcim/interfaces/${id}/trace/`);
    const stretches = (json as [Named[], { id?: number }, Named[]][]).map(
      ([near, link, far]) => `${names(near)} -${link.id ?? ''}- ${names(far)}`,
    );
    assert.equal(stretches.join(' | '), way);
  });

test('a link on a trace has bare choices and no line of its own', async () => {
  const { json } = await ask('dcim/interfaces/1/trace/');
  assert.deepEqual(json[0][1], {
    id: 1,
    url: 'http://host/api/dcim/cables/1/',
    display_url: 'http://host/dcim/cables/1/',
    type: 'cat6',
    status: 'connected',
    label: 'one',
    color: 'ff0000',
    length: 3,
    length_unit: 'm',
    description: '',
  });
});

test('a trace can be drawn', async () => {
  const { type, body } = await ask('dcim/interfaces/1/trace/?render=svg&width=300');
  assert.equal(type, 'image/svg+xml');
  assert.match(String(body), /^<svg [^>]*width="300"/);
  for (const part of [
    '>eth0<',
    '>F1<',
    '>R1<',
    'Cable one',
    'CAT6, 3 m',
    '>M Switch<',
    'http://host/dcim/devices/3/',
    'The path is incomplete',
  ])
    assert.ok(String(body).includes(part), part);
});

test('paths through a port', async () => {
  const { json } = await ask('dcim/rear-ports/1/paths/');
  assert.deepEqual(
    json.map((path: { id: number; path: Named[][]; is_complete: boolean }) => [
      path.id,
      path.path.length,
      path.is_complete,
    ]),
    [
      [1, 6, true],
      [2, 6, true],
    ],
  );
  assert.equal((await ask('dcim/front-ports/9/paths/')).status, 404);
});

for (const [query, status, found] of [
  ['peer_device=a&peer_interface=eth0', 200, 'b'],
  ['peer_device=b&peer_interface=eth2', 404, undefined],
  ['peer_device=b&peer_interface=none', 404, undefined],
  ['peer_device=none&peer_interface=eth0', 404, undefined],
  ['peer_device=a', 400, undefined],
] as const)
  test(`connected-device for ${query} answers ${status}`, async () => {
    const answer = await ask(`dcim/connected-device/?${query}`);
    assert.deepEqual([answer.status, answer.json.name], [status, found]);
  });

interface Unit {
  id: number;
  device: Named | null;
  occupied: boolean;
  description: string | null;
}
const shown = (units: Unit[]) =>
  units.map(({ id, device, occupied }) => `${id}${occupied ? (device?.name ?? '?') : ''}`).join(' ');

for (const [query, units] of [
  ['', '4.5a 4a 3.5b 3b 2.5 2p 1.5p 1p'],
  ['?face=rear', '4.5a 4a 3.5b 3b 2.5 2 1.5 1'],
  ['?expand_devices=false', '4.5 4a 3.5 3b 2.5 2 1.5 1p'],
  ['?exclude=3', '4.5a 4a 3.5b 3b 2.5 2 1.5 1'],
  ['?q=U4', '4.5a 4a'],
  ['?limit=2&offset=1', '4a 3.5b'],
] as const)
  test(`the elevation${query} is ${units}`, async () => {
    const { json } = await ask(`dcim/racks/1/elevation/${query}`);
    assert.equal(shown(json.results), units);
  });

test('a rack that counts down begins with its first unit', async () => {
  const { json } = await ask('dcim/racks/2/elevation/');
  assert.equal(shown(json.results), '5 5.5 6 6.5');
});

test('what one may not see fills its place without a name', async () => {
  const permits = ({ name }: { name: string }) => (name === 'dcim.device' ? never : always);
  const { json } = await ask('dcim/racks/1/elevation/', { permits });
  assert.equal(shown(json.results), '4.5? 4? 3.5? 3? 2.5 2? 1.5? 1?');
  const { body } = await ask('dcim/racks/1/elevation/?render=svg', { permits });
  assert.doesNotMatch(String(body), /dcim\/devices\/\d/);
});

test('an elevation can be drawn', async () => {
  const { type, body } = await ask('dcim/racks/1/elevation/?render=svg&unit_width=200&unit_height=20&highlight=name:p');
  assert.equal(type, 'image/svg+xml');
  const text = String(body);
  assert.match(text, /^<svg [^>]*width="249" height="84"/);
  assert.equal(text.match(/class="reservation"/g)?.length, 2);
  assert.equal(text.match(/class="highlighted"/g)?.length, 1);
  assert.equal(text.match(/class="shaded"/g)?.length, 2);
  assert.ok(text.includes('http://host/media/devicetype-images/a%20b.png'));
  assert.ok(text.includes('Reserved by admin: for &lt;later&gt;'));
  assert.ok(text.includes('fill="#ffeb3b"'));
  const bare = await ask('dcim/racks/1/elevation/?render=svg&include_images=false');
  assert.doesNotMatch(String(bare.body), /<image/);
});

for (const [query, fields] of [
  ['face=side&render=png', ['face', 'render']],
  ['unit_width=x&exclude=y', ['unit_width', 'exclude']],
  ['expand_devices=maybe', ['expand_devices']],
] as const)
  test(`an elevation refuses ${query}`, async () => {
    const { status, json } = await ask(`dcim/racks/1/elevation/?${query}`);
    assert.deepEqual([status, Object.keys(json).sort()], [400, [...fields].sort()]);
  });

test('choices are sorted by value and searched', async () => {
  const { json } = await ask('extras/custom-field-choice-sets/1/choices/');
  assert.deepEqual(json.results, [
    { id: 'a', display: 'Alpha' },
    { id: 'b', display: 'Beta, x' },
  ]);
  assert.equal((await ask('extras/custom-field-choice-sets/1/choices/?q=BETA')).json.count, 1);
});

test('a dashboard is kept for each user', async () => {
  assert.deepEqual((await ask('extras/dashboard/')).json, { layout: null, config: null });
  const change = { method: 'PATCH', body: { config: { a: 1 } } };
  assert.deepEqual((await ask('extras/dashboard/', change)).json, { layout: [], config: { a: 1 } });
  assert.deepEqual((await ask('extras/dashboard/')).json, { layout: [], config: { a: 1 } });
  assert.equal((await ask('extras/dashboard/', { method: 'DELETE', asker: { mayWrite: false } })).status, 403);
  assert.equal((await ask('extras/dashboard/', { method: 'DELETE' })).status, 204);
  assert.deepEqual((await ask('extras/dashboard/')).json, { layout: null, config: null });
});

test('queues are for superusers', async () => {
  assert.equal((await ask('core/background-queues/')).json.count, 3);
  assert.equal((await ask('core/background-queues/high/')).json.index, 1);
  assert.equal((await ask('core/background-queues/other/')).status, 404);
  assert.equal((await ask('core/background-tasks/x/requeue/', { method: 'POST' })).status, 404);
  for (const path of [
    'core/background-queues/',
    'core/background-tasks/',
    'core/background-workers/',
    'plugins/installed-plugins/',
  ])
    assert.equal((await ask(path, { asker: { isSuperuser: false } })).status, 403, path);
});

test('the root names its parts, each part what lies below', async () => {
  const { json } = await ask('');
  assert.equal(json.dcim, 'http://host/api/dcim/');
  assert.equal((await ask('dcim/')).json['connected-device'], 'http://host/api/dcim/connected-device/');
  assert.match((await ask('status/')).json['netbox-version'], /^\d[\d.]*$/);
});

test('Prometheus finds devices and services with their labels', async () => {
  const { json } = await ask('plugins/prometheus-sd/devices/?name=a');
  assert.deepEqual(json, [
    {
      targets: ['a'],
      labels: {
        __meta_netbox_id: '1',
        __meta_netbox_name: 'a',
        __meta_netbox_model: 'Device',
        __meta_netbox_status: 'active',
        __meta_netbox_role: 'Core',
        __meta_netbox_role_slug: 'core',
        __meta_netbox_device_type: 'Switch',
        __meta_netbox_device_type_slug: 'switch',
        __meta_netbox_site: 'Here',
        __meta_netbox_site_slug: 'here',
        __meta_netbox_rack: 'R',
        __meta_netbox_rack_u_position: '4.0',
        __meta_netbox_tags: 'Blue',
        __meta_netbox_tag_slugs: 'blue',
        __meta_netbox_services: 'web',
        __meta_netbox_contact_primary_name: 'Ann',
        __meta_netbox_contact_primary_email: 'ann@example.org',
        __meta_netbox_contact_primary_role: 'Admin',
        __meta_netbox_description: json[0].labels.__meta_netbox_description,
      },
    },
  ]);
  const services = await ask('plugins/prometheus-sd/services/');
  assert.equal(services.json[0].labels.__meta_netbox_parent, 'a');
  assert.equal(services.json[0].labels.__meta_netbox_ports, '80,443');
  assert.deepEqual((await ask('plugins/prometheus-sd/services/?tenant=nobody')).json, []);
  assert.equal((await ask('plugins/prometheus-sd/devices/?site_id=x')).status, 400);
});
