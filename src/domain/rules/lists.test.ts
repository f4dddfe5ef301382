import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { tryWrites } from './try-writes.ts';

const { sql } = await testDatabase();
const writes = await tryWrites(sql);
const keys: Record<string, number> = {};

before(async () => {
  const make = async (name: string, model: string, body: Record<string, unknown>) => {
    keys[name] = await writes.made(model, body);
  };
  await make('rir', 'ipam.rir', { name: 'R', slug: 'r' });
  await make('asn', 'ipam.asn', { asn: 65000, rir: keys.rir });
  await make('site', 'dcim.site', { name: 'S', slug: 's', status: 'active' });
  await make('rack', 'dcim.rack', { name: 'K', site: keys.site, status: 'active' });
  await make('maker', 'dcim.manufacturer', { name: 'M', slug: 'm' });
  await make('type', 'dcim.devicetype', { manufacturer: keys.maker, model: 'T', slug: 't' });
  await make('role', 'dcim.devicerole', { name: 'DR', slug: 'dr', color: 'aabbcc' });
  await make('device', 'dcim.device', { name: 'D', device_type: keys.type, role: keys.role, site: keys.site });
  await make('rear', 'dcim.rearport', { device: keys.device, name: 'R', type: 'lc', positions: 4 });
});

const isNull = ['This field may not be null.'];
const missing = ['This field is required.'];
const element = (message: string) => ({ 0: [message] });

/** Models, bodies (`@name` is a made object's key) and what is answered; undefined where it is made. */
const cases: [model: string, body: Record<string, unknown>, answer: unknown][] = [
  // ---- Elements are judged each by itself, and told by position
  ['dcim.rackreservation', { units: ['x', 1] }, { units: element('A valid integer is required.') }],
  ['dcim.rackreservation', { units: [1, null] }, { units: { 1: isNull } }],
  ['dcim.rackreservation', { units: [40000] }, { units: element('Ensure this value is less than or equal to 32767.') }],
  ['dcim.rackreservation', { units: [] }, { units: ['This list may not be empty.'] }],
  ['dcim.rackreservation', { units: {} }, { units: ['Expected a list of items but got type "dict".'] }],
  ['users.objectpermission', { actions: [['x']] }, { actions: element('Not a valid string.') }],
  ['users.objectpermission', { actions: [null] }, { actions: { 0: isNull } }],
  [
    'ipam.vlangroup',
    {
      vid_ranges: [
        [1, 2],
        [true, 5],
      ],
    },
    { vid_ranges: { 1: ['Range boundaries must be defined as integers.'] } },
  ],
  [
    'ipam.vlangroup',
    { vid_ranges: [[1]] },
    { vid_ranges: element('Ranges must be specified in the form (lower, upper).') },
  ],
  [
    'ipam.vlangroup',
    { vid_ranges: 'x' },
    { vid_ranges: { __all__: ['Expected a list of items but got type "str".'] } },
  ],
  ['ipam.vlangroup', { vid_ranges: [[1, 9]] }, undefined],
  [
    'extras.customfieldchoiceset',
    { extra_choices: [['a']] },
    { extra_choices: element('Ensure this field has at least 2 elements.') },
  ],
  ['extras.customfieldchoiceset', { extra_choices: [null] }, { extra_choices: { 0: isNull } }],

  // ---- Related objects in lists are named by key alone
  ['dcim.site', { asns: ['@asn'] }, undefined],
  ['dcim.site', { asns: {} }, undefined],
  ['dcim.site', { asns: [{ asn: 65000 }] }, { asns: ['Incorrect type. Expected pk value, received dict.'] }],
  ['dcim.site', { asns: [true] }, { asns: ['Incorrect type. Expected pk value, received bool.'] }],
  ['dcim.site', { asns: ['x'] }, { asns: ['Incorrect type. Expected pk value, received str.'] }],
  ['dcim.site', { asns: [null] }, { asns: ['Invalid pk "None" - object does not exist.'] }],
  ['dcim.site', { asns: [99999] }, { asns: ['Invalid pk "99999" - object does not exist.'] }],
  ['dcim.site', { asns: 5 }, { asns: ['Expected a list of items but got type "int".'] }],

  // ---- Mappings of ports: the other side's position is asked for last
  ['dcim.frontport', { rear_ports: [null] }, { rear_ports: { 0: isNull } }],
  ['dcim.frontport', { rear_ports: [{}] }, { rear_ports: { 0: { position: missing, rear_port: missing } } }],
  [
    'dcim.frontport',
    { rear_ports: [{ position: 1, rear_port: '@rear' }] },
    { rear_ports: { 0: { rear_port_position: missing } } },
  ],
  ['dcim.frontport', { rear_ports: [{ position: 1, rear_port: '@rear', rear_port_position: 2 }] }, undefined],
  ['dcim.cable', { a_terminations: [null], b_terminations: [] }, { a_terminations: { 0: isNull } }],
];

const others: Record<string, () => Record<string, unknown>> = {
  'dcim.rackreservation': () => ({ rack: keys.rack, user: 1, description: 'd' }),
  'users.objectpermission': () => ({ name: 'P', object_types: ['dcim.site'] }),
  'ipam.vlangroup': () => ({ name: 'G', slug: 'g' }),
  'extras.customfieldchoiceset': () => ({ name: 'C' }),
  'dcim.site': () => ({ name: `S${sites++}`, slug: `s${sites}`, status: 'active' }),
  'dcim.frontport': () => ({ device: keys.device, name: 'F', type: 'lc' }),
  'dcim.cable': () => ({}),
};
let sites = 0;

for (const [model, body, answer] of cases)
  test(`${model} ${JSON.stringify(body)}`, async () => {
    const named = JSON.parse(JSON.stringify(body), (_, value) =>
      typeof value === 'string' && value.startsWith('@') ? keys[value.slice(1)] : value,
    );
    assert.deepEqual((await writes.create(model, { ...others[model]!(), ...named })).body, answer);
  });
