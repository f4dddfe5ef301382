import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { defaultSettings } from '#base/settings.ts';
import { localRequest } from '#server/local-request.ts';
import { testDatabase } from '#test/database.ts';
import { importLibrary } from './import-library.ts';

const { sql } = await testDatabase();
const request = await localRequest(sql, defaultSettings);
const folder = await mkdtemp(join(tmpdir(), 'library-'));
after(() => rm(folder, { recursive: true }));

const put = async (name: string, text: string) => {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
};
const rows = async (text: string) => Array.from((await sql.unsafe(text).values()) as unknown as (string | null)[][]);
const importAll = () => importLibrary(folder, { request });

const switchFile = `
manufacturer: Nordlicht
model: 7050
slug: nordlicht-7050
part_number: 4711
u_height: 1
is_full_depth: true
airflow: front-to-rear
weight: 8.5
weight_unit: kg
front_image: true
is_powered: true
comments: '[Data sheet](https://example.com/7050)'
console-ports:
  - { name: con0, type: rj-45, _is_power_source: false }
power-ports:
  - { name: PSU1, type: iec-60320-c14, maximum_draw: 350 }
power-outlets:
  - { name: Out1, type: iec-60320-c13, power_port: PSU1, feed_leg: A }
  - { name: Out2, type: iec-60320-c13, power_port: PSU9 }
interfaces:
  - { name: irb0, type: virtual, bridge: br0 }
  - { name: br0, type: bridge }
  - { name: ge-0/0/0, type: 1000base-t, poe_mode: pse, poe_type: type2-ieee802.3at }
  - { name: ge-0/0/1, type: carrier-pigeon }
  - { name: mgmt, type: 1000base-t, mgmt_only: true }
module-bays:
  - { name: Fan 1, position: 1 }
inventory-items:
  - { name: Processor, manufacturer: Silizium, part_id: S-1 }
  - { name: Core, parent: Processor }
usb-ports:
  - { name: USB0 }
`;

await put('device-types/Nordlicht/7050.yaml', switchFile);
await put(
  'device-types/Nordlicht/panel.yml',
  `
manufacturer: Nordlicht
model: Panel 4
slug: nordlicht-panel-4
u_height: 0.5
rear-ports:
  - { name: Trunk, type: mpo, positions: 4 }
front-ports:
${[1, 2, 3, 4].map((n) => `  - { name: ${n}, type: lc, rear_port: Trunk, rear_port_position: ${n} }`).join('\n')}
`,
);
await put(
  'device-types/Nordlicht/panel-mapped.yaml',
  `
manufacturer: Nordlicht
model: Panel 2
slug: nordlicht-panel-2
rear-ports:
  - { name: Trunk, type: mpo, positions: 2 }
front-ports:
  - { name: Duplex, type: lc, positions: 2 }
port-mappings:
  - { front_port: Duplex, front_port_position: 1, rear_port: Trunk, rear_port_position: 2 }
  - { front_port: Duplex, front_port_position: 2, rear_port: Trunk, rear_port_position: 1 }
`,
);
await put(
  'device-types/Nordlicht/chassis.yaml',
  'manufacturer: Nordlicht\nmodel: Chassis\nslug: nordlicht-chassis\nsubdevice_role: parent\nu_height: 4\ndevice-bays:\n  - name: Slot 1\n',
);
await put('device-types/Nordlicht/broken.yaml', 'manufacturer: Nordlicht\nmodel: "no end\n');
await put('device-types/Nordlicht/twin.yaml', 'manufacturer: Nordlicht\nmodel: Panel 4\nslug: something-else\n');
await put('device-types/Nordlicht/nameless.yaml', 'manufacturer: Nordlicht\nslug: nameless\n');
await put(
  'device-types/Nordlicht/tall.yaml',
  'manufacturer: Nordlicht\nmodel: Tall\nslug: nordlicht-tall\nu_height: 1.3\n',
);
await put(
  'module-types/Nordlicht/linecard.yaml',
  'manufacturer: Nordlicht\nmodel: LC-2\ninterfaces:\n  - { name: "et-{module}/0", type: 100gbase-x-qsfp28 }\ndevice-bays:\n  - name: Slot\n',
);
await put(
  'rack-types/Nordlicht/r42.yaml',
  'manufacturer: Nordlicht\nmodel: R42\nslug: nordlicht-r42\nform_factor: 4-post-cabinet\nwidth: 19\nu_height: 42\nouter_width: 600\nouter_unit: mm\n',
);

test('a library comes in, and the report says what was skipped and why', async () => {
  const { skipped, ...counts } = await importAll();
  assert.deepEqual(counts, {
    files: 10,
    created: 6,
    completed: 0,
    unchanged: 0,
    components: 19,
    manufacturers: 2,
    images: 1,
  });
  const said = skipped.map(({ file, reason }) => `${file}: ${reason}`).sort();
  const expected = [
    /7050\.yaml: "interfaces": "ge-0\/0\/1" is refused: type: "?carrier-pigeon"? is not a valid choice\./,
    /7050\.yaml: "power-outlets": "Out2" names what is not there: PSU9 of power-ports/,
    /7050\.yaml: "usb-ports" is no kind of component of a device type/,
    /broken\.yaml: it is not valid YAML: Missing closing/,
    /nameless\.yaml: it names no model/,
    /tall\.yaml: u_height: /,
    /twin\.yaml: device-types\/Nordlicht\/panel\.yml defines the same type/,
    /linecard\.yaml: "device-bays" is no kind of component of a module type/,
  ];
  assert.equal(said.length, expected.length, said.join('\n'));
  for (const [index, pattern] of expected.entries()) assert.match(said[index]!, pattern);
});

test('types and components are as their files describe them', async () => {
  assert.deepEqual(
    await rows(
      'select model, part_number, airflow, weight, interface_template_count from dcim_devicetype where id = (select min(id) from dcim_devicetype)',
    ),
    [['7050', '4711', 'front-to-rear', '8.50', '4']],
  );
  assert.deepEqual(
    await rows(
      'select f.name, m.rear_port_position, f.positions from dcim_porttemplatemapping m join dcim_frontporttemplate f on f.id = m.front_port_id order by f.name, m.front_port_position',
    ),
    [
      ['1', '1', '1'],
      ['2', '2', '1'],
      ['3', '3', '1'],
      ['4', '4', '1'],
      ['Duplex', '2', '2'],
      ['Duplex', '1', '2'],
    ],
  );
  assert.deepEqual(
    await rows(
      'select o.name, p.name from dcim_poweroutlettemplate o join dcim_powerporttemplate p on p.id = o.power_port_id',
    ),
    [['Out1', 'PSU1']],
  );
  assert.deepEqual(
    await rows(
      'select i.name, b.name from dcim_interfacetemplate i join dcim_interfacetemplate b on b.id = i.bridge_id',
    ),
    [['irb0', 'br0']],
  );
  assert.deepEqual(
    await rows(
      'select i.name, p.name, m.name from dcim_inventoryitemtemplate i left join dcim_inventoryitemtemplate p on p.id = i.parent_id left join dcim_manufacturer m on m.id = i.manufacturer_id order by i.id',
    ),
    [
      ['Processor', null, 'Silizium'],
      ['Core', 'Processor', null],
    ],
  );
  assert.deepEqual(await rows('select model, u_height from dcim_racktype'), [['R42', '42']]);
});

test('a second import changes nothing', async () => {
  const state = () => rows('select count(*), max(id) from core_objectchange');
  const before = await state();
  const { created, completed, unchanged, components, manufacturers } = await importAll();
  assert.deepEqual(
    { created, completed, unchanged, components, manufacturers },
    {
      created: 0,
      completed: 0,
      unchanged: 6,
      components: 0,
      manufacturers: 0,
    },
  );
  assert.deepEqual(await state(), before);
});

test('a type that lacks components gets them', async () => {
  await put(
    'device-types/Nordlicht/7050.yaml',
    switchFile.replace('irb0, type', 'xe0, type: 10gbase-t }\n  - { name: irb0, type'),
  );
  const { created, completed, components } = await importAll();
  assert.deepEqual({ created, completed, components }, { created: 0, completed: 1, components: 1 });
});
