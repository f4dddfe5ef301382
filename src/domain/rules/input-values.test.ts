import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { tryWrites } from './try-writes.ts';

const { sql } = await testDatabase();
const write = await tryWrites(sql);

const noType = "Invalid value. Specify a content type as '<app_label>.<model_name>'.";

/** How values are given, and what is answered; undefined where they are taken. The Terraform provider sends empty ones. */
const cases: readonly (readonly [model: string, body: Readonly<Record<string, unknown>>, errors?: object])[] = [
  ['ipam.ipaddress', { address: '198.51.100.1/32', assigned_object_type: '', assigned_object_id: null }],
  ['ipam.prefix', { prefix: '198.51.100.0/24', scope_type: '', scope_id: null }],
  ['ipam.prefix', { prefix: '10.0.0.0/24', scope_type: 'site' }, { scope_type: [noType] }],
  ['ipam.prefix', { prefix: '10.0.0.0/24', scope_type: 7 }, { scope_type: [noType] }],
  ['ipam.prefix', { prefix: '10.0.0.0/24', scope_type: 'a.b.c' }, { scope_type: [noType] }],
  ['ipam.prefix', { prefix: '10.0.0.0/24', scope_type: 'a.b' }, { scope_type: ['Invalid content type: a.b'] }],
  ['extras.tag', { name: 'a', slug: 'a', object_types: [''] }, { object_types: [noType] }],
  [
    'extras.journalentry',
    { assigned_object_type: '', assigned_object_id: 1, comments: 'a' },
    { assigned_object_type: ['This field may not be null.'] },
  ],
  [
    'dcim.cable',
    { a_terminations: [{ object_type: '', object_id: 1 }] },
    { a_terminations: { 0: { object_type: ['This field may not be null.'] } } },
  ],
  ['circuits.circuittype', { name: 'c', slug: 'c', color: '' }],
  [
    'circuits.circuittype',
    { name: 'd', slug: 'd', color: 'FF00AA' },
    { color: ['Enter a valid hexadecimal RGB color code.'] },
  ],
  ['extras.tag', { name: 'T', slug: 't' }],
  ['extras.configcontext', { name: 'a', data: { a: 1 }, tags: ['t'] }],
  [
    'extras.configcontext',
    { name: 'b', data: { a: 1 }, tags: ['u'] },
    { tags: ['Object with slug=u does not exist.'] },
  ],
  ['extras.configcontext', { name: 'd', data: {} }, { data: ['This field cannot be blank.'] }],
  ['dcim.manufacturer', { name: 'm', slug: 'm' }],
  [
    'dcim.devicetype',
    { manufacturer: { slug: 'm' }, model: 'a', slug: 'a', u_height: -1 },
    { u_height: ['Ensure this value is greater than or equal to 0.'] },
  ],
  ['dcim.devicetype', { manufacturer: { slug: 'm' }, model: 'b', slug: 'b', u_height: 0 }],
  [
    'dcim.rackreservation',
    { units: [1, -1, null, 'a'], description: 'a' },
    {
      rack: ['This field is required.'],
      user: ['This field is required.'],
      units: {
        1: ['Ensure this value is greater than or equal to 0.'],
        2: ['This field may not be null.'],
        3: ['A valid integer is required.'],
      },
    },
  ],
  [
    'users.objectpermission',
    { name: 'a', object_types: [], actions: [] },
    { actions: ['This list may not be empty.'] },
  ],
  [
    'users.objectpermission',
    { name: 'a', object_types: [], actions: ['view', ''] },
    { actions: { 1: ['This field may not be blank.'] } },
  ],
  [
    'ipam.vlangroup',
    { name: 'a', slug: 'a', vid_ranges: [[1, 2], [1], ['a', 2]] },
    {
      vid_ranges: {
        1: ['Ranges must be specified in the form (lower, upper).'],
        2: ['Range boundaries must be defined as integers.'],
      },
    },
  ],
];

for (const [model, body, errors] of cases)
  test(`${model}: ${JSON.stringify(body)}`, async () =>
    assert.deepEqual((await write.create(model, body)).body, errors));
