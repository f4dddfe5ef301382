import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { never } from '#query/tree.ts';
import { testDatabase } from '#test/database.ts';
import { insertRow } from '#test/insert-row.ts';
import { tryActions } from '../try-actions.ts';

const { sql } = await testDatabase();
const ask = await tryActions(sql);

before(async () => {
  await insertRow(sql, 'users_user', { id: 1, username: 'admin', is_superuser: true });
  await insertRow(sql, 'ipam_vrf', { id: 1, name: 'red', rd: null });
  const prefixes: [number, string, Record<string, unknown>?][] = [
    [1, '10.0.0.0/29'],
    [2, '10.0.1.0/30', { is_pool: true }],
    [3, '10.0.2.0/31'],
    [4, '2001:db8::/64'],
    [5, '2001:db8:1::/127'],
    [6, '10.1.0.0/16', { status: 'container' }],
    [7, '10.1.0.0/24', { vrf_id: 1 }],
    [8, '10.1.1.0/25'],
    [9, '10.2.0.0/28'],
    [10, '10.3.0.0/24'],
  ];
  for (const [id, prefix, more] of prefixes)
    await insertRow(sql, 'ipam_prefix', { id, prefix, status: 'active', ...more });
  const addresses: [number, string, number?][] = [
    [1, '10.0.0.2/29'],
    [2, '10.0.0.4/32'],
    [3, '10.0.0.5/29', 1],
    [4, '2001:db8::1/64'],
    [5, '10.1.0.1/24', 1],
    [6, '10.3.0.12/32'],
  ];
  for (const [id, address, vrf] of addresses)
    await insertRow(sql, 'ipam_ipaddress', { id, address, vrf_id: vrf ?? null, status: 'active' });
  const ranges: [number, string, string, boolean][] = [
    [1, '10.3.0.10/24', '10.3.0.13/24', false],
    [2, '10.3.0.1/24', '10.3.0.9/24', true],
    [3, '2001:db8::2/64', '2001:db8::ffff/64', true],
  ];
  for (const [id, start, end, populated] of ranges)
    await insertRow(sql, 'ipam_iprange', {
      id,
      start_address: start,
      end_address: end,
      mark_populated: populated,
      size: 1,
      status: 'active',
    });
  await insertRow(sql, 'ipam_vlangroup', {
    id: 1,
    name: 'g',
    slug: 'g',
    vid_ranges: '{"[10,13)","[20,22)"}',
    total_vlan_ids: 5,
  });
  await insertRow(sql, 'ipam_vlan', { id: 1, group_id: 1, vid: 11, name: 'v', status: 'active' });
  await insertRow(sql, 'ipam_rir', { id: 1, name: 'rir', slug: 'rir' });
  await insertRow(sql, 'ipam_asnrange', { id: 1, name: 'r', slug: 'r', rir_id: 1, start: 100, end: 103 });
  await insertRow(sql, 'ipam_asn', { id: 1, asn: 101, rir_id: 1 });
  for (const table of ['ipam_prefix', 'ipam_ipaddress', 'ipam_vlan', 'ipam_asn'])
    await sql.unsafe(`alter table ${table} alter column id restart with 1000`);
});

const listed = async (path: string, name: string): Promise<string> => {
  const { json } = await ask(path);
  return (json as Record<string, unknown>[]).map((one) => one[name]).join(' ');
};

for (const [path, name, found] of [
  // Of a whole network, neither its own nor the broadcast address; what another VRF has is free here.
  ['ipam/prefixes/1/available-ips/', 'address', '10.0.0.1/29 10.0.0.3/29 10.0.0.5/29 10.0.0.6/29'],
  ['ipam/prefixes/1/available-ips/?limit=2', 'address', '10.0.0.1/29 10.0.0.3/29'],
  ['ipam/prefixes/1/available-ips/?limit=-1', 'address', '10.0.0.1/29 10.0.0.3/29 10.0.0.5/29 10.0.0.6/29'],
  ['ipam/prefixes/2/available-ips/', 'address', '10.0.1.0/30 10.0.1.1/30 10.0.1.2/30 10.0.1.3/30'],
  ['ipam/prefixes/3/available-ips/', 'address', '10.0.2.0/31 10.0.2.1/31'],
  ['ipam/prefixes/4/available-ips/?limit=2', 'address', '2001:db8::1:0/64 2001:db8::1:1/64'],
  ['ipam/prefixes/5/available-ips/', 'address', '2001:db8:1::/127 2001:db8:1::1/127'],
  // A container in the global table holds what any VRF has.
  ['ipam/prefixes/6/available-ips/?limit=2', 'address', '10.1.0.2/16 10.1.0.3/16'],
  ['ipam/ip-ranges/1/available-ips/', 'address', '10.3.0.10/24 10.3.0.11/24 10.3.0.13/24'],
  ['ipam/ip-ranges/2/available-ips/', 'address', ''],
  [
    'ipam/prefixes/6/available-prefixes/',
    'prefix',
    '10.1.1.128/25 10.1.2.0/23 10.1.4.0/22 10.1.8.0/21 10.1.16.0/20 10.1.32.0/19 10.1.64.0/18 10.1.128.0/17',
  ],
  ['ipam/prefixes/4/available-prefixes/', 'prefix', '2001:db8::/64'],
  ['ipam/vlan-groups/1/available-vlans/', 'vid', '10 12 20 21'],
  ['ipam/vlan-groups/1/available-vlans/?limit=1', 'vid', '10'],
  ['ipam/asn-ranges/1/available-asns/', 'asn', '100 102 103'],
] as const)
  test(`${path}: ${found || 'nothing'}`, async () => assert.equal(await listed(path, name), found));

test('many free addresses of a /64 are found without counting it', async () => {
  const { json } = await ask('ipam/prefixes/4/available-ips/?limit=1000');
  assert.equal(json.length, 1000);
});

test('who may see no addresses is refused, who may not see the prefix does not find it', async () => {
  const no = (name: string) => ({
    permits: ({ name: of }: { name: string }) => (of === name ? never : { op: 'always' as const }),
  });
  assert.equal((await ask('ipam/prefixes/1/available-ips/', no('ipam.ipaddress'))).status, 403);
  assert.equal((await ask('ipam/prefixes/1/available-ips/', no('ipam.prefix'))).status, 404);
  assert.equal((await ask('ipam/prefixes/77/available-ips/')).status, 404);
});

const post = (path: string, body: unknown, more = {}) => ask(path, { method: 'POST', body, ...more });

test('addresses are made in the parent and VRF, whatever the request says', async () => {
  const { status, json } = await post('ipam/prefixes/9/available-ips/', [
    { description: 'a', address: '1.1.1.1/32', vrf: 1 },
    { prefix_length: 32 },
  ]);
  assert.equal(status, 201);
  assert.deepEqual(
    json.map((one: { address: string; vrf: unknown; description: string }) => [one.address, one.vrf, one.description]),
    [
      ['10.2.0.1/28', null, 'a'],
      ['10.2.0.2/32', null, ''],
    ],
  );
});

test('what is allocated side by side is never the same', async () => {
  const made = await Promise.all(Array.from({ length: 11 }, () => post('ipam/prefixes/9/available-ips/', {})));
  assert.deepEqual(
    made.map(({ status }) => status),
    new Array(11).fill(201),
  );
  assert.equal(new Set(made.map(({ json }) => json.address)).size, 11);
  const { status, json } = await post('ipam/prefixes/9/available-ips/', [{}, {}]);
  assert.equal(status, 409);
  assert.deepEqual(json, { detail: 'Insufficient resources are available to satisfy the request' });
});

for (const [path, body, errors] of [
  ['ipam/prefixes/1/available-ips/', { prefix_length: 23 }, ['prefix_length']],
  ['ipam/prefixes/1/available-ips/', [{}, { prefix_length: 'x' }], [undefined, 'prefix_length']],
  ['ipam/prefixes/1/available-ips/', [{}, { status: 'x' }], [undefined, 'status']],
  ['ipam/prefixes/1/available-ips/', [{}, 5], [undefined, '__all__']],
  ['ipam/prefixes/10/available-prefixes/', {}, ['prefix_length']],
  ['ipam/prefixes/10/available-prefixes/', { prefix_length: '30' }, ['prefix_length']],
  ['ipam/prefixes/10/available-prefixes/', { prefix_length: 33 }, ['prefix_length']],
  ['ipam/vlan-groups/1/available-vlans/', [{}], ['name']],
] as const)
  test(`${path} refuses ${JSON.stringify(body)}`, async () => {
    const { status, json } = await post(path, body);
    assert.equal(status, 400);
    assert.deepEqual(
      (json as object[]).map((one) => Object.keys(one)[0]),
      errors,
    );
  });

test('prefixes, VLANs and AS numbers are made of what is free', async () => {
  const prefixes = await post('ipam/prefixes/10/available-prefixes/', [{ prefix_length: 26 }, { prefix_length: 25 }]);
  assert.deepEqual(
    prefixes.json.map((one: { prefix: string }) => one.prefix),
    ['10.3.0.0/26', '10.3.0.128/25'],
  );
  assert.equal((await post('ipam/prefixes/10/available-prefixes/', { prefix_length: 25 })).status, 409);
  const vlan = await post('ipam/vlan-groups/1/available-vlans/', { name: 'first' });
  assert.deepEqual([vlan.status, vlan.json.vid, vlan.json.group.id], [201, 10, 1]);
  const asn = await post('ipam/asn-ranges/1/available-asns/', [{}, { description: 'second' }]);
  assert.deepEqual(
    asn.json.map((one: { asn: number }) => one.asn),
    [100, 102],
  );
  assert.equal((await post('ipam/asn-ranges/1/available-asns/', [{}, {}])).status, 409);
});

test('nobody allocates with a token that may only read', async () => {
  assert.equal((await post('ipam/prefixes/1/available-ips/', {}, { asker: { mayWrite: false } })).status, 403);
});
