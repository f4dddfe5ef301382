import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { topologies } from '#test/cable-topologies.ts';
import { testDatabase } from '#test/database.ts';

const { sql } = await testDatabase();
const net = await topologies(sql);

afterEach(net.clear);

/** A drawing, the cables in the order in which they are made (with a profile), and the paths that follow. */
const drawn: readonly (readonly [drawing: string, cables: readonly (readonly [string, string?])[], paths: string[]])[] =
  [
    ['I1 --#1-- I2', [['I1 - I2']], ['I1 #1 I2 complete', 'I2 #1 I1 complete']],
    [
      `
    I1 --#1-- I2
          \\-- I3`,
      [['I1 - I2,I3']],
      ['I1 #1 I2,I3 complete', 'I2,I3 #1 I1 complete'],
    ],
    ['I1 --#1-- F1|R1', [['I1 - F1']], ['I1 #1 F1 R1 open']],
    [
      'I1 --#1-- F1|R1 --#3-- R2|F2 --#2-- I2',
      [['I1 - F1'], ['I2 - F2'], ['R1 - R2']],
      ['I1 #1 F1 R1 #3 R2 F2 #2 I2 complete', 'I2 #2 F2 R2 #3 R1 F1 #1 I1 complete'],
    ],
    [
      `
    I1 --#1-- T1a|                |T2a --#4-- I3
                 |T1 --#3-- T2|
    I2 --#2-- T1b|                |T2b --#5-- I4`,
      [['I1 - T1a'], ['I2 - T1b'], ['T1 - T2'], ['T2a - I3'], ['T2b - I4']],
      [
        'I1 #1 T1a T1 #3 T2 T2a #4 I3 complete',
        'I2 #2 T1b T1 #3 T2 T2b #5 I4 complete',
        'I3 #4 T2a T2 #3 T1 T1a #1 I1 complete',
        'I4 #5 T2b T2 #3 T1 T1b #2 I2 complete',
      ],
    ],
    [
      `
                    |T1a
    I1 --#1-- T1    |T1b   nobody knows by which position`,
      [['I1 - T1']],
      ['I1 #1 T1 open split'],
    ],
    [
      'I1 --#1-- CA (circuit) CZ --#2-- I2',
      [['I1 - CA'], ['CZ - I2']],
      ['I1 #1 CA CZ #2 I2 complete', 'I2 #2 CZ CA #1 I1 complete'],
    ],
    ['I1 --#1-- CA (circuit) CZ at a site', [['I1 - CA']], ['I1 #1 CA CZ site open']],
    ['I1 --#1-- NA (circuit) NZ in a network', [['I1 - NA']], ['I1 #1 NA NZ net complete']],
    ['P --#1-- O', [['P - O']], ['O #1 P complete', 'P #1 O complete']],
    ['feed --#1-- P', [['feed - P']], ['P #1 feed complete', 'feed #1 P complete']],
    [
      `
    I1 --|1 (#1: trunk of two connectors) 1|-- I3
    I2 --|2                               2|-- I4`,
      [['I1,I2 - I3,I4', 'trunk-2c1p']],
      ['I1 #1 I3 complete', 'I2 #1 I4 complete', 'I3 #1 I1 complete', 'I4 #1 I2 complete'],
    ],
    [
      `
                              1|-- I2
    I1 --|1 (#1: breakout)    2|-- I3`,
      [['I1 - I2,I3', 'breakout-1c2p-2c1p']],
      ['I1 #1 I2,I3 complete', 'I2 #1 I1 complete', 'I3 #1 I1 complete'],
    ],
    [
      `
    Q:1 \\                    1|-- I1
         Q --|1 (#1: breakout)
    Q:2 /                    2|-- I2`,
      [['Q - I1,I2', 'breakout-1c2p-2c1p']],
      ['I1 #1 Q:1 complete', 'I2 #1 Q:2 complete', 'Q:1 #1 I1 complete', 'Q:2 #1 I2 complete'],
    ],
    [
      `
    I1 --#1-- F1|R1 --#2-- R2|F2 --.
                F1 and F2 meet:    | a ring without an end
              F3|R3 --#3-- R4|F4 --'   `,
      [['F2 - F4'], ['R1 - R2'], ['R3 - R4'], ['I1 - F1']],
      ['I1 #4 F1 R1 #2 R2 F2 #1 F4 R4 #3 R3 F3 open'],
    ],
  ];

for (const [drawing, cables, paths] of drawn)
  test(`${drawing}`, async () => {
    for (const [line, profile] of cables)
      assert.deepEqual((await net.cable(line, profile ? { profile } : {})).refused, [], line);
    assert.deepEqual(await net.paths(), paths);
    const [[wrong]] = (await net.rows(
      `select count(*) from dcim_interface i join dcim_cablepath p on p._nodes @> array[(select id from django_content_type
       where app_label = 'dcim' and model = 'interface') || ':' || i.id]::varchar[]
       where (p.path->0 ? ((select id from django_content_type where app_label = 'dcim' and model = 'interface') || ':' || i.id))
       <> (i._path_id is not distinct from p.id)`,
    )) as [[string]];
    assert.equal(wrong, '0', 'interfaces point at the paths that begin at them');
  });

test('a path through a trunk is what is left of it, whatever goes', async () => {
  //  I1 --#1-- F1|R1 --#2-- R2|F2 --#3-- I2
  await net.cable('I1 - F1');
  await net.cable('R1 - R2');
  await net.cable('F2 - I2');
  await net.change(2, { status: 'planned' });
  assert.deepEqual(await net.paths(), [
    'I1 #1 F1 R1 #2 R2 F2 #3 I2 complete inactive',
    'I2 #3 F2 R2 #2 R1 F1 #1 I1 complete inactive',
  ]);
  await net.change(2, { status: 'connected' });
  await net.drop(3);
  assert.deepEqual(await net.paths(), ['I1 #1 F1 R1 #2 R2 F2 open']);
  await net.change(2, { b_terminations: net.ends('R3') });
  assert.deepEqual(await net.paths(), ['I1 #1 F1 R1 #2 R3 F3 open']);
  await net.drop(1, 2);
  assert.deepEqual(await net.paths(), []);
  const kept = await net.rows('select id from dcim_interface where cable_id is not null or _path_id is not null');
  assert.equal(kept.length, 0);
});

test('objects at a connector share a path, and part when one leaves', async () => {
  await net.cable('I1,I2 - I3');
  assert.deepEqual(await net.paths(), ['I1,I2 #1 I3 complete', 'I3 #1 I1,I2 complete']);
  await net.change(1, { a_terminations: net.ends('I2') });
  assert.deepEqual(await net.paths(), ['I2 #1 I3 complete', 'I3 #1 I2 complete']);
});

test('a profile gives connectors and positions by the order of the ends; another order rewires', async () => {
  await net.cable('I1,I2 - I3,I4', { profile: 'trunk-2c2p' });
  const shown = () =>
    net.rows(`select termination_id || cable_end || connector || positions::text from dcim_cabletermination
      where cable_end = 'A' order by connector`);
  assert.deepEqual((await shown()).flat(), ['1A1{1,2}', '2A2{1,2}']);
  await net.change(1, { a_terminations: net.ends('I2,I1') });
  assert.deepEqual((await shown()).flat(), ['2A1{1,2}', '1A2{1,2}']);
  assert.deepEqual(await net.paths(), [
    'I1 #1 I4 complete',
    'I2 #1 I3 complete',
    'I3 #1 I2 complete',
    'I4 #1 I1 complete',
  ]);
  await net.change(1, { profile: 'single-1c1p', a_terminations: net.ends('I1'), b_terminations: net.ends('I3') });
  assert.deepEqual((await shown()).flat(), ['1A1{1}']);
});

test('mappings lead paths on, and no further without them', async () => {
  await net.cable('I1 - F1');
  await net.cable('R2 - I2');
  const remap = (port: string, rear?: string) =>
    net.write.update('dcim.frontport', {
      id: net.key(port),
      rear_ports: rear ? [{ position: 1, rear_port: net.key(rear), rear_port_position: 1 }] : [],
    });
  await remap('F2');
  assert.deepEqual(await net.paths(), ['I1 #1 F1 R1 open', 'I2 #2 R2 open']);
  await remap('F1', 'R2');
  assert.deepEqual(await net.paths(), ['I1 #1 F1 R2 #2 I2 complete', 'I2 #2 R2 F1 #1 I1 complete']);
  assert.deepEqual((await remap('F2', 'R2')).refused, ['rear_ports'], 'a position is mapped once');
  await remap('F1', 'R1');
  await remap('F2', 'R2');
});

test('wireless links are paths of their own', async () => {
  const { keys } = await net.write.create('wireless.wirelesslink', {
    interface_a: net.key('W1'),
    interface_b: net.key('W2'),
  });
  assert.deepEqual(await net.paths(), [`W1 ~${keys[0]} W2 complete`, `W2 ~${keys[0]} W1 complete`]);
  await net.write.remove('wireless.wirelesslink', keys[0]!);
  assert.deepEqual(await net.paths(), []);
  assert.deepEqual(
    (await net.write.create('wireless.wirelesslink', { interface_a: net.key('W1'), interface_b: net.key('I1') }))
      .refused,
    ['interface_b'],
  );
});

test('channels come and go with the cable of their interface', async () => {
  await net.cable('Q - I1,I2', { profile: 'breakout-1c2p-2c1p' });
  await net.write.update('dcim.interface', { id: net.key('Q:2'), channel_id: 3 });
  assert.deepEqual(await net.paths(), ['I1 #1 Q:1 complete', 'I2 #1 - open', 'Q:1 #1 I1 complete', 'Q:2 #1 - open']);
  await net.write.update('dcim.interface', { id: net.key('Q:2'), channel_id: 2 });
  assert.equal((await net.paths()).length, 4);
  await net.drop(1);
  assert.equal((await net.rows('select id from dcim_interface where cable_id is not null')).length, 0);
});

/** A cable, and the fields that are refused. */
const refusals: readonly (readonly [why: string, line: string, more: object, ...refused: string[]])[] = [
  ['nothing at an end', 'I1 - ', {}, '__all__'],
  ['ends that don’t fit', 'I1 - P', {}, '__all__'],
  ['the same object twice', 'I1 - I1', {}, '__all__'],
  ['different models at one end', 'I1,F1 - I2', {}, '__all__'],
  ['a virtual interface', 'V - I2', {}, '__all__'],
  ['a wireless interface', 'W1 - I2', {}, '__all__'],
  ['a channel', 'Q:1 - I2', {}, '__all__'],
  ['an end in a provider’s network', 'NZ - I2', {}, '__all__'],
  ['an object that has a cable', 'I8 - I2', {}, '__all__'],
  ['more ends than the profile has', 'I1,I2 - I3', { profile: 'single-1c1p' }, 'a_terminations'],
  ['a length without a unit', 'I1 - I2', { length: 3 }, '__all__'],
  [
    'an unknown object',
    'I1 - I2',
    { a_terminations: [{ object_type: 'dcim.interface', object_id: 99 }] },
    'a_terminations',
  ],
  [
    'an unknown model',
    'I1 - I2',
    { b_terminations: [{ object_type: 'dcim.nothing', object_id: 1 }] },
    'b_terminations',
  ],
  ['no list', 'I1 - I2', { b_terminations: 'I2' }, 'b_terminations'],
];

for (const [why, line, more, ...refused] of refusals)
  test(`refuses ${why}`, async () => {
    await net.cable('I7 - I8');
    assert.deepEqual((await net.cable(line, more)).refused, refused);
  });

test('marked as connected only without a cable', async () => {
  await net.cable('I1 - I2');
  assert.deepEqual((await net.write.update('dcim.interface', { id: 1, mark_connected: true })).refused, [
    'mark_connected',
  ]);
});

test('the cable stays when an object at its end is deleted', async () => {
  await net.cable('I5 - F3');
  await net.cable('R3 - I6');
  await net.write.remove('dcim.interface', net.key('I6'));
  assert.deepEqual(await net.paths(), ['I5 #1 F3 R3 #2 - open']);
  await net.write.remove('dcim.frontport', net.key('F3'));
  assert.deepEqual(await net.paths(), ['I5 #1 - open']);
  assert.deepEqual((await net.rows('select count(*) from dcim_cable')).flat(), ['2']);
});

test('a cable is logged as made, then as connected; what it ends at as changed', async () => {
  const [[last]] = (await net.rows('select coalesce(max(id), 0) from core_objectchange')) as [[string]];
  await net.cable('I1 - I2', { length: 10, length_unit: 'ft' });
  const log = await net.rows(
    `select action, model, postchange_data->>'a_terminations' from core_objectchange c
     join django_content_type t on t.id = c.changed_object_type_id where c.id > ${last} order by c.id`,
  );
  const [termination] = (await net.rows("select id from dcim_cabletermination where cable_end = 'A'"))[0]!;
  assert.deepEqual(log.map(([action, model, ends]) => [action, model, ends ?? ''].join(' ').trim()).sort(), [
    'create cable []',
    'create cabletermination',
    'create cabletermination',
    `update cable [${termination}]`,
    'update interface',
    'update interface',
  ]);
  assert.deepEqual((await net.rows('select _abs_length from dcim_cable')).flat(), ['3.0480']);
});
