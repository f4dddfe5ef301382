import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContentTypes } from '#operations/read/content-types.ts';
import { testDatabase } from '#test/database.ts';
import { insertRow } from '#test/insert-row.ts';
import { render } from '#test/render.ts';
import { rolledBack } from '#test/rolled-back.ts';

const { sql } = await testDatabase();
const types = await readContentTypes(sql);

interface Case {
  readonly title: string;
  readonly model: string;
  readonly table: string;
  readonly row: Record<string, unknown>;
  readonly before?: readonly [table: string, row: Record<string, unknown>][];
  readonly after?: readonly [table: string, row: Record<string, unknown>][];
  readonly expected: Record<string, unknown>;
}

const service = (title: string, mappings: string, expected: Record<string, unknown>): Case => ({
  title,
  model: 'ipam.servicetemplate',
  table: 'ipam_servicetemplate',
  row: { port_mappings: mappings },
  expected,
});

const vlanGroup = (total: number, vlans: number, utilization: string | null): Case => ({
  title: `a group with ${vlans} of ${total} VLANs`,
  model: 'ipam.vlangroup',
  table: 'ipam_vlangroup',
  row: { total_vlan_ids: total, vid_ranges: '{}' },
  after: Array.from({ length: vlans }, (_, index) => ['ipam_vlan', { id: index + 1, group_id: 1, vid: index + 1 }]),
  expected: { utilization },
});

const cases: readonly Case[] = [
  service('ports of one protocol', '{tcp/443,tcp/80}', { protocol: { value: 'tcp', label: 'TCP' }, ports: [80, 443] }),
  service('ports of two protocols', '{tcp/53,udp/53}', { protocol: null, ports: null }),
  service('no ports', '{}', { protocol: null, ports: [] }),
  service('a port that is no number', '{tcp/http}', { protocol: null, ports: null }),
  vlanGroup(4094, 0, '0.0'),
  vlanGroup(300, 1, '0.33'),
  vlanGroup(2, 2, '100.0'),
  vlanGroup(0, 0, null),
  {
    title: 'an IPv6 prefix',
    model: 'ipam.prefix',
    table: 'ipam_prefix',
    row: { prefix: '2001:db8::/32', status: 'active', _children: 7 },
    expected: { family: { value: 6, label: 'IPv6' }, children: 7 },
  },
  {
    title: 'a reservation of three units',
    model: 'dcim.rackreservation',
    table: 'dcim_rackreservation',
    before: [
      ['users_user', { id: 1 }],
      ['dcim_site', { id: 1 }],
      ['dcim_rack', { id: 1, site_id: 1 }],
    ],
    row: { rack_id: 1, user_id: 1, units: '{1,2,5}' },
    expected: { unit_count: 3 },
  },
  {
    title: 'a choice set of countries and two of its own',
    model: 'extras.customfieldchoiceset',
    table: 'extras_customfieldchoiceset',
    row: { base_choices: 'ISO_3166', extra_choices: '{{a,A},{b,"B, or so"}}' },
    expected: {
      choices_count: 251,
      extra_choices: [
        ['a', 'A'],
        ['b', 'B, or so'],
      ],
    },
  },
  {
    title: 'a custom field of several objects',
    model: 'extras.customfield',
    table: 'extras_customfield',
    row: { type: 'multiobject' },
    expected: { data_type: 'array' },
  },
  {
    title: 'an event rule of an action that no one knows',
    model: 'extras.eventrule',
    table: 'extras_eventrule',
    row: { action_type: 'smoke' },
    expected: { action_is_available: false },
  },
  {
    title: 'a change of a region',
    model: 'core.objectchange',
    table: 'core_objectchange',
    row: {
      action: 'create',
      user_name: 'alice',
      request_id: '11111111-2222-4333-8444-555555555555',
      object_repr: 'Europe',
      changed_object_type_id: types.id('dcim.region'),
      prechange_data: null,
      postchange_data: '{"name":"Europe","created":"x","last_updated":"x","path":"1","sort_path":"Europe","_x":1}',
    },
    expected: {
      display: 'DCIM | region Europe created by alice',
      prechange_data: {},
      postchange_data: { name: 'Europe' },
    },
  },
  {
    title: 'a nameless image',
    model: 'extras.imageattachment',
    table: 'extras_imageattachment',
    row: {
      name: '',
      image: 'image-attachments/site_7_front door.png',
      object_type_id: types.id('dcim.site'),
      object_id: 7,
    },
    expected: { display: 'front door.png', image: '/media/image-attachments/site_7_front%20door.png' },
  },
  {
    title: 'a cluster without machines',
    model: 'virtualization.cluster',
    table: 'virtualization_cluster',
    before: [['virtualization_clustertype', { id: 1 }]],
    row: { type_id: 1, status: 'active' },
    expected: { allocated_vcpus: null, allocated_memory: null, allocated_disk: null },
  },
  {
    title: 'a cluster with machines',
    model: 'virtualization.cluster',
    table: 'virtualization_cluster',
    before: [['virtualization_clustertype', { id: 1 }]],
    row: { type_id: 1, status: 'active' },
    after: [
      ['virtualization_virtualmachine', { id: 1, cluster_id: 1, vcpus: 1.5, memory: 1024 }],
      ['virtualization_virtualmachine', { id: 2, cluster_id: 1, vcpus: 2, memory: 512 }],
    ],
    expected: { allocated_vcpus: 3.5, allocated_memory: 1536, allocated_disk: null },
  },
];

for (const { title, model, table, row, before = [], after = [], expected } of cases)
  test(title, async () => {
    const found = await rolledBack(sql, async (inner) => {
      for (const [name, values] of [...before, [table, { ...row, id: 1 }] as const, ...after])
        await insertRow(inner, name, values);
      return (await render(inner, model, Object.keys(expected)))[1];
    });
    assert.deepEqual(found, expected);
  });
