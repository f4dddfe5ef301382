import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registry } from '#models/registry.ts';
import type { FarValues } from '#surfaces/meta/contract.ts';
import { farColumns } from '#surfaces/meta/far-columns.ts';
import { testDatabase } from '#test/database.ts';
import { ownApp } from '#test/own-app.ts';
import { apiToken } from '#test/running-server.ts';

const { sql } = await testDatabase();
const address = await ownApp(sql);

interface Asking {
  readonly method?: string;
  readonly body?: unknown;
  readonly whole?: boolean;
  readonly token?: string;
}

async function ask<T = Record<string, unknown>>(path: string, asking: Asking = {}): Promise<[number, T]> {
  const {
    method = asking.body === undefined ? 'GET' : 'POST',
    body,
    whole = true,
    token = `Token ${apiToken}`,
  } = asking;
  const response = await fetch(`${address}/${path}`, {
    method,
    headers: {
      Authorization: token,
      'Content-Type': 'application/json',
      ...(whole ? { 'X-Patchbay-Whole': 'yes' } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return [response.status, (await response.json()) as T];
}

async function made<T = { id: number }>(path: string, body: object): Promise<T> {
  const [status, answer] = await ask<T>(`api/${path}/`, { body });
  assert.equal(status, 201, JSON.stringify(answer));
  return answer;
}

const owner = await made('users/owners', {
  name: 'Network',
  group: (await made('users/owner-groups', { name: 'All' })).id,
});

test('what NetBox has in its pages and not in its API is served and taken where whole objects are asked for', async () => {
  const tag = await made<{ id: number; owner: { name: string } }>('extras/tags', {
    name: 'Core',
    slug: 'core',
    owner: owner.id,
  });
  assert.equal(tag.owner.name, 'Network');
  const [, plain] = await ask(`api/extras/tags/${tag.id}/`, { whole: false });
  assert.ok(!('owner' in plain));
  const [, some] = await ask<{ results: object[] }>('api/extras/tags/?fields=id,owner');
  assert.deepEqual(Object.keys(some.results[0]!), ['id', 'owner']);
  const unasked = { method: 'PATCH', body: { owner: null }, whole: false };
  assert.equal((await ask(`api/extras/tags/${tag.id}/`, unasked))[0], 200);
  assert.equal((await sql.unsafe('select owner_id from extras_tag'))[0]!.owner_id, String(owner.id));
});

test('only superusers make superusers', async () => {
  const { id } = await made('users/users', { username: 'keeper', password: 'LongEnough123' });
  await made('users/permissions', {
    name: 'Users',
    actions: ['view', 'add', 'change'],
    object_types: ['users.user'],
    users: [id],
  });
  const { token } = await made<{ token: string }>('users/tokens', { user: id, version: 1, token: 'a'.repeat(40) });
  const keeper = { token: `Token ${token}`, method: 'PATCH' };
  const gained = await ask(`api/users/users/${id}/`, { ...keeper, body: { is_superuser: true } });
  assert.deepEqual(gained, [400, { is_superuser: ['Only superusers may give or take superuser status.'] }]);
  const renamed = await ask(`api/users/users/${id}/`, { ...keeper, body: { first_name: 'A', is_superuser: false } });
  assert.equal(renamed[0], 200);
  const given = { method: 'PATCH', body: { is_superuser: true } };
  assert.equal((await ask(`api/users/users/${id}/`, { ...given, whole: false }))[1].is_superuser, undefined);
  assert.equal((await ask(`api/users/users/${id}/`, given))[1].is_superuser, true);
});

test('the columns of every list that lie further away can be told', async () => {
  for (const model of registry.models.filter(({ rest }) => rest?.split('/').length === 2)) {
    const names = Object.keys(farColumns(model));
    const query = names.map((name) => `name=${name}&`).join('');
    const [status, answer] = await ask(`patchbay/columns/${model.rest}/?${query}id=1`);
    assert.equal(status, model.public === false && !model.list && !model.brief ? 404 : 200, JSON.stringify(answer));
  }
});

for (const [path, errors] of [
  ['columns/dcim/devices/?name=nope&id=1', { name: ['"nope" is no column of devices that lies behind a relation.'] }],
  ['columns/dcim/devices/?name=region&id=x', { id: ['"x" is no object\'s id.'] }],
  ['measures/dcim/racks/?id=1&id=-1', { id: ['"-1" is no object\'s id.'] }],
  [
    `measures/dcim/racks/?${Array.from({ length: 1001 }, (_, id) => `id=${id}`).join('&')}`,
    { id: ['1001 objects are too many: 1000 at most.'] },
  ],
] as const)
  test(`refused: ${path.slice(0, 40)}`, async () => assert.deepEqual(await ask(`patchbay/${path}`), [400, errors]));

test('a column leads through relations, back along them, to what a type names, and counts', async () => {
  const region = await made('dcim/regions', { name: 'Alps', slug: 'alps' });
  const site = await made('dcim/sites', { name: 'Graz', slug: 'graz', region: region.id });
  const manufacturer = await made('dcim/manufacturers', { name: 'M', slug: 'm' });
  const type = await made('dcim/device-types', { manufacturer: manufacturer.id, model: 'T', slug: 't', u_height: 2 });
  const role = await made('dcim/device-roles', { name: 'R', slug: 'r' });
  const device = await made('dcim/devices', { name: 'd', device_type: type.id, role: role.id, site: site.id });
  const port = await made('dcim/interfaces', { device: device.id, name: 'e0', type: 'virtual' });
  const own = { assigned_object_type: 'dcim.interface', assigned_object_id: port.id };
  const ip = await made('ipam/ip-addresses', { address: '10.0.0.1/24', ...own });
  const other = await made('ipam/ip-addresses', { address: '10.0.0.2/24' });
  const contact = await made('tenancy/contacts', { name: 'Ada' });
  const contactRole = await made('tenancy/contact-roles', { name: 'Tech', slug: 'tech' });
  const assigned = { object_type: 'dcim.device', object_id: device.id, contact: contact.id, role: contactRole.id };
  await made('tenancy/contact-assignments', assigned);

  const told = async (path: string, ids: readonly number[]) =>
    (await ask<FarValues>(`patchbay/columns/${path}${ids.map((id) => `&id=${id}`).join('')}`))[1];
  const shown = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(shown) : ((value as { display?: string } | null)?.display ?? value);
  const devices = await told('dcim/devices/?name=region&name=u_height&name=contacts&name=owner_group', [device.id]);
  assert.deepEqual(
    Object.entries(devices[device.id]!).map(([name, value]) => [name, shown(value)]),
    [
      ['contacts', ['Ada']],
      ['owner_group', null],
      ['region', 'Alps'],
      ['u_height', 2],
    ].sort(
      ([a], [b]) =>
        Object.keys(devices[device.id]!).indexOf(a as string) - Object.keys(devices[device.id]!).indexOf(b as string),
    ),
  );
  const ports = await told('dcim/interfaces/?name=ip_addresses&name=device_site&name=device_status', [port.id]);
  assert.deepEqual(shown(ports[port.id]!.ip_addresses), ['10.0.0.1/24']);
  assert.deepEqual(shown(ports[port.id]!.device_site), 'Graz');
  assert.deepEqual(ports[port.id]!.device_status, { value: 'active', label: 'Active' });
  const addresses = await told('ipam/ip-addresses/?name=assigned_object_parent', [ip.id, other.id]);
  assert.deepEqual(
    [ip, other].map(({ id }) => shown(addresses[id]!.assigned_object_parent)),
    ['d', null],
  );
  const makers = await told('dcim/manufacturers/?name=racktype_count', [manufacturer.id]);
  assert.equal(makers[manufacturer.id]!.racktype_count, 0);
});

test('rows name what only pages have, and a cluster by its site', async () => {
  const rows = async (path: string, some: object[]) => {
    const response = await fetch(`${address}/patchbay/import/${path}/`, {
      method: 'POST',
      headers: { Authorization: `Token ${apiToken}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ rows: some }),
    });
    const last = JSON.parse((await response.text()).trim().split('\n').at(-1)!) as { result: { errors: unknown } };
    assert.deepEqual(last.result.errors, []);
  };
  await rows('extras/tags', [{ name: 'Edge', slug: 'edge', owner: 'Network' }]);
  await rows('users/users', [{ username: 'root2', password: 'LongEnough123', is_superuser: 'yes' }]);
  await made('extras/webhooks', { name: 'Hook', payload_url: 'http://example.com/' });
  await rows('extras/event-rules', [
    {
      name: 'Rule',
      object_types: 'dcim.site',
      event_types: 'object_created',
      action_type: 'webhook',
      action_object: 'Hook',
      comments: 'Why',
    },
  ]);
  await made('virtualization/cluster-types', { name: 'KVM', slug: 'kvm' });
  await rows('virtualization/clusters', [{ name: 'C', type: 'KVM', status: 'active', site: 'Graz' }]);
  const [kept] = await sql.unsafe(`select
    (select o.name from extras_tag t join users_owner o on o.id = t.owner_id where slug = 'edge') as owner,
    (select is_superuser from users_user where username = 'root2') as superuser,
    (select comments from extras_eventrule) as comments,
    (select s.name from virtualization_cluster c join dcim_site s on s.id = c._site_id) as site`);
  assert.deepEqual({ ...kept }, { owner: 'Network', superuser: 't', comments: 'Why', site: 'Graz' });
});
