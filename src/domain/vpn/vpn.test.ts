import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { insertRow } from '#test/insert-row.ts';
import { tryWrites } from '../rules/try-writes.ts';

const { sql } = await testDatabase();
const write = await tryWrites(sql);

before(async () => {
  await insertRow(sql, 'virtualization_virtualmachine', { id: 1, name: 'a', status: 'active' });
  for (const id of [1, 2, 3]) {
    await insertRow(sql, 'virtualization_vminterface', { id, name: `eth${id}`, virtual_machine_id: 1 });
    await insertRow(sql, 'ipam_vlan', { id, vid: id, name: `v${id}`, status: 'active' });
  }
  for (const [id, type] of [
    [1, 'epl'],
    [2, 'vpls'],
  ])
    await insertRow(sql, 'vpn_l2vpn', { id, name: `l${id}`, slug: `l${id}`, type, status: 'active' });
  await insertRow(sql, 'vpn_tunnel', { id: 1, name: 't', status: 'active', encapsulation: 'gre' });
});

const port = (id: number) => ({ termination_type: 'virtualization.vminterface', termination_id: id });
const vlan = (id: number) => ({ assigned_object_type: 'ipam.vlan', assigned_object_id: id });
const proposal = { name: 'p', sa_lifetime_seconds: 60 };

const creations: readonly (readonly [name: string, model: string, body: object, ...refused: string[]])[] = [
  ['version 1 with a mode', 'vpn.ikepolicy', { name: 'a', version: 1, mode: 'main' }],
  ['version 1 without', 'vpn.ikepolicy', { name: 'b', version: 1 }, '__all__'],
  ['version 2 with a mode', 'vpn.ikepolicy', { name: 'b', version: 2, mode: 'main' }, '__all__'],
  ['version 2 without', 'vpn.ikepolicy', { name: 'b', version: 2 }],
  ['neither secret nor sure', 'vpn.ipsecproposal', proposal, '__all__'],
  ['secret', 'vpn.ipsecproposal', { ...proposal, encryption_algorithm: 'aes-256-gcm' }],
  ['an end', 'vpn.tunneltermination', { tunnel: 1, role: 'peer', ...port(1) }],
  ['the same end', 'vpn.tunneltermination', { tunnel: 1, role: 'peer', ...port(1) }, 'termination', '__all__'],
  [
    'the end of nothing',
    'vpn.tunneltermination',
    { tunnel: 1, role: 'peer', termination_type: 'dcim.interface' },
    'termination_id',
  ],
  ['a place', 'vpn.l2vpntermination', { l2vpn: 1, ...vlan(1) }],
  ['the same place', 'vpn.l2vpntermination', { l2vpn: 2, ...vlan(1) }, '__all__'],
  [
    'two more of a point-to-point VPN',
    'vpn.l2vpntermination',
    [
      { l2vpn: 1, ...vlan(2) },
      { l2vpn: 1, ...vlan(3) },
    ],
    '1 __all__',
  ],
  ['more of one for many', 'vpn.l2vpntermination', [2, 3].map((id) => ({ l2vpn: 2, ...vlan(id) }))],
];

test('what is created, and what is refused', async (t) => {
  for (const [name, model, body, ...refused] of creations)
    await t.test(`${model}: ${name}`, async () => {
      assert.deepEqual((await write.create(model, body as Record<string, unknown>)).refused, refused);
    });
});
