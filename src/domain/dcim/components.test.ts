import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Sql } from '#database/connect.ts';
import { testDatabase } from '#test/database.ts';
import { insertRow } from '#test/insert-row.ts';
import { tryWrites } from '../rules/try-writes.ts';

const { sql } = await testDatabase();
const write = await tryWrites(sql);

const lines = async (text: string): Promise<string[]> =>
  ((await sql.unsafe(text).values()) as unknown as (string | null)[][]).map((row) =>
    row.map((one) => one ?? '-').join(' '),
  );

async function made(model: string, body: Record<string, unknown>): Promise<number> {
  const { keys, refused } = await write.create(model, body);
  assert.deepEqual(refused, [], model);
  return Number(keys[0]);
}

let type: number;
let chassisType: number;

before(async () => {
  await insertRow(sql, 'dcim_site', { id: 1, name: 'S', slug: 's', status: 'active' });
  await insertRow(sql, 'dcim_manufacturer', { id: 1, name: 'M', slug: 'm' });
  await insertRow(sql, 'dcim_devicerole', { id: 1, name: 'R', slug: 'r' });
  type = await made('dcim.devicetype', { manufacturer: 1, model: 'Full', slug: 'full', subdevice_role: 'parent' });
  const of = { device_type: type };
  await made('dcim.consoleporttemplate', { ...of, name: 'con', type: 'rj-45' });
  await made('dcim.consoleserverporttemplate', { ...of, name: 'srv' });
  const power = await made('dcim.powerporttemplate', { ...of, name: 'psu', maximum_draw: 10, allocated_draw: 5 });
  await made('dcim.poweroutlettemplate', { ...of, name: 'out', power_port: power, feed_leg: 'A' });
  const intake = await made('dcim.coolingintaketemplate', { ...of, name: 'in', diameter: 1, diameter_unit: 'in' });
  await made('dcim.coolingoutflowtemplate', { ...of, name: 'flow', cooling_intake: intake });
  const split = await made('dcim.interfacetemplate', { ...of, name: 'p1', type: '40gbase-x-qsfpp', channels: 2 });
  await made('dcim.interfacetemplate', { ...of, name: 'p1:1', type: 'channel', parent: split, channel_id: 1 });
  const bridge = await made('dcim.interfacetemplate', { ...of, name: 'br', type: 'bridge' });
  await made('dcim.interfacetemplate', { ...of, name: 'p2', label: 'L2', type: '1000base-t', bridge });
  const rear = await made('dcim.rearporttemplate', { ...of, name: 'r', type: '8p8c', positions: 2 });
  await made('dcim.frontporttemplate', {
    ...of,
    name: 'f',
    type: '8p8c',
    rear_ports: [{ position: 1, rear_port: rear, rear_port_position: 2 }],
  });
  await made('dcim.modulebaytype', { name: 'B', slug: 'b' });
  await made('dcim.modulebaytemplate', { ...of, name: 'bay', position: '3', module_bay_types: [1] });
  await made('dcim.devicebaytemplate', { ...of, name: 'slot' });
  const item = await made('dcim.inventoryitemtemplate', { ...of, name: 'z above', manufacturer: 1, part_id: 'P' });
  await made('dcim.inventoryitemtemplate', {
    ...of,
    name: 'a below',
    parent: item,
    component_type: 'dcim.interfacetemplate',
    component_id: bridge,
  });
  chassisType = await made('dcim.devicetype', { manufacturer: 1, model: 'Stack', slug: 'stack' });
  for (const name of ['Gi{vc_position:1}/0/1', 'Gi2/0/1', 'X{vc_position}'])
    await made('dcim.interfacetemplate', { device_type: chassisType, name, type: '1000base-t' });
});

const device = (name: string, rest: Record<string, unknown> = {}) => ({
  name,
  site: 1,
  role: 1,
  device_type: type,
  ...rest,
});

test('a device has what its type has templates of', async () => {
  const { keys, refused } = await write.create('dcim.device', [device('a'), device('b')]);
  assert.deepEqual(refused, []);
  for (const key of keys) {
    const one = (text: string) => lines(text.replace('$1', key));
    assert.deepEqual(await one('select name, type, _site_id from dcim_consoleport where device_id = $1'), [
      'con rj-45 1',
    ]);
    assert.deepEqual(await one('select name, maximum_draw, allocated_draw from dcim_powerport where device_id = $1'), [
      'psu 10 5',
    ]);
    assert.deepEqual(
      await one(
        'select o.name, o.feed_leg, o.status, p.name from dcim_poweroutlet o join dcim_powerport p on p.id = o.power_port_id and p.device_id = o.device_id where o.device_id = $1',
      ),
      ['out A enabled psu'],
    );
    assert.deepEqual(await one('select name, _abs_diameter from dcim_coolingintake where device_id = $1'), [
      'in 25.4000',
    ]);
    assert.deepEqual(await one('select count(cooling_intake_id) from dcim_coolingoutflow where device_id = $1'), ['1']);
    assert.deepEqual(
      await one(`select i.name, i.label, p.name, b.name, i.channels, i.channel_id from dcim_interface i left join dcim_interface p on p.id = i.parent_id
        left join dcim_interface b on b.id = i.bridge_id where i.device_id = $1 order by i.id`),
      ['br  - - - -', 'p1  - - 2 -', 'p1:1  p1 - - 1', 'p2 L2 - br - -'],
    );
    assert.deepEqual(
      await one('select front_port_position, rear_port_position from dcim_portmapping where device_id = $1'),
      ['1 2'],
    );
    assert.deepEqual(
      await one(
        'select b.name, b.position, t.modulebaytype_id from dcim_modulebay b join dcim_modulebay_module_bay_types t on t.modulebay_id = b.id where b.device_id = $1',
      ),
      ['bay 3 1'],
    );
    assert.deepEqual(await one('select name, enabled from dcim_devicebay where device_id = $1'), ['slot t']);
    assert.deepEqual(
      await one(`select t.name, p.name, i.name, nlevel(t.path) from dcim_inventoryitem t left join dcim_inventoryitem p on p.id = t.parent_id
        left join dcim_interface i on i.id = t.component_id where t.device_id = $1 order by t.id`),
      ['z above - - 1', 'a below z above br 2'],
    );
    assert.deepEqual(
      await one(
        'select interface_count, module_bay_count, inventory_item_count, rear_port_count from dcim_device where id = $1',
      ),
      ['4 1 2 1'],
    );
    assert.deepEqual(
      await one(`select action, (prechange_data is null), postchange_data->>'interface_count' from core_objectchange c join django_content_type t
        on t.id = c.changed_object_type_id where t.model = 'device' and c.changed_object_id = $1`),
      ['create t 0'],
    );
    assert.deepEqual(
      await one(`select c.object_repr, c.action from core_objectchange c join django_content_type t on t.id = c.changed_object_type_id
        where t.model = 'interface' and c.related_object_id = $1 order by c.object_repr collate "C", c.id`),
      ['br create', 'p1 create', 'p1:1 create', 'p1:1 update', 'p2 (L2) create', 'p2 (L2) update'],
    );
  }
});

test('positions in virtual chassis are put into names', async () => {
  const chassis = await made('dcim.virtualchassis', { name: 'V' });
  const member = (name: string, position: number) =>
    write.create('dcim.device', {
      ...device(name),
      device_type: chassisType,
      virtual_chassis: chassis,
      vc_position: position,
    });
  assert.deepEqual((await member('third', 3)).refused, []);
  assert.deepEqual(
    await lines(
      "select i.name from dcim_interface i join dcim_device d on d.id = i.device_id where d.name = 'third' order by i.name",
    ),
    ['Gi2/0/1', 'Gi3/0/1', 'X3'],
  );
  assert.notDeepEqual((await member('second', 2)).refused, []);
  await made('dcim.device', { ...device('alone'), device_type: chassisType });
  assert.deepEqual(
    await lines(
      "select i.name from dcim_interface i join dcim_device d on d.id = i.device_id where d.name = 'alone' order by i.name",
    ),
    ['Gi1/0/1', 'Gi2/0/1', 'X0'],
  );
});

test('modules bring components, take them over, and are moved with them', async () => {
  const moduleType = await made('dcim.moduletype', { manufacturer: 1, model: 'Card' });
  for (const name of ['eth{module}/1', 'fixed'])
    await made('dcim.interfacetemplate', { module_type: moduleType, name, label: '{module}', type: '1000base-t' });
  await made('dcim.modulebaytemplate', { module_type: moduleType, name: 'sub {module}', position: '{module}.1' });
  const [one, two] = [await made('dcim.device', device('one')), await made('dcim.device', device('two'))];
  const bay = async (name: string, of = one, position = name) => made('dcim.modulebay', { device: of, name, position });
  const [first, second, third, other] = [await bay('1'), await bay('2'), await bay('x', one, ''), await bay('7', two)];
  const install = (body: Record<string, unknown>) => write.create('dcim.module', { module_type: moduleType, ...body });
  const ports = (of: number) =>
    lines(
      `select name, label, coalesce(module_id::text, '-') from dcim_interface where device_id = ${of} and (name like 'eth%' or name = 'fixed') order by name`,
    );

  assert.deepEqual((await install({ device: two, module_bay: first })).refused, ['__all__']);
  assert.deepEqual((await install({ device: one, module_bay: third })).refused, ['__all__']);
  const card = (await install({ device: one, module_bay: first })).keys[0];
  assert.deepEqual(await ports(one), [`eth1/1 1 ${card}`, `fixed 1 ${card}`]);
  assert.deepEqual(
    await lines(
      `select b.name, b.position, p.name, nlevel(b.path) from dcim_modulebay b join dcim_modulebay p on p.id = b.parent_id where b.module_id = ${card}`,
    ),
    ['sub 1 1.1 1 2'],
  );
  assert.deepEqual((await install({ device: one, module_bay: first })).refused, ['module_bay']);
  assert.deepEqual((await install({ device: one, module_bay: second })).refused, ['__all__']);
  assert.deepEqual((await install({ device: one, module_bay: second, adopt_components: true })).refused, ['__all__']);
  assert.deepEqual((await install({ device: one, module_bay: second, replicate_components: false })).refused, []);

  await made('dcim.interface', { device: two, name: 'fixed', type: '1000base-t' });
  const adopting = await install({
    device: two,
    module_bay: other,
    adopt_components: true,
    replicate_components: false,
  });
  assert.deepEqual(await ports(two), [`fixed  ${adopting.keys[0]}`]);
  await write.remove('dcim.module', adopting.keys[0]!);

  const far = await made('dcim.modulebay', { device: two, name: '9', position: '9' });
  const move = (body: Record<string, unknown>) => write.update('dcim.module', { id: card, ...body });
  await made('ipam.ipaddress', {
    address: '192.0.2.1/24',
    assigned_object_type: 'dcim.interface',
    assigned_object_id: Number((await lines("select id from dcim_interface where name = 'eth1/1'"))[0]),
  });
  assert.deepEqual((await move({ module_bay: far })).refused, ['__all__']);
  await sql.unsafe('delete from ipam_ipaddress');
  const [below] = await lines(`select id from dcim_modulebay where module_id = ${card}`);
  assert.deepEqual((await move({ module_bay: Number(below) })).refused, ['__all__']);
  assert.deepEqual((await move({ module_bay: far })).refused, []);
  assert.deepEqual(await ports(one), []);
  assert.deepEqual(await ports(two), [`eth9/1 9 ${card}`, `fixed 9 ${card}`]);
  assert.deepEqual(
    await lines(
      `select b.name, b.position, p.name, b.device_id from dcim_modulebay b join dcim_modulebay p on p.id = b.parent_id where b.module_id = ${card}`,
    ),
    [`sub 9 9.1 9 ${two}`],
  );
  assert.deepEqual(
    await lines(`select interface_count, module_bay_count from dcim_device where id in (${one}, ${two}) order by id`),
    ['4 4', '6 4'],
  );
});

test('a hundred devices of a 48-port type take as many statements as three', async () => {
  const many = await made('dcim.devicetype', { manufacturer: 1, model: 'Many', slug: 'many' });
  const ports = Array.from({ length: 48 }, (_, index) => ({
    device_type: many,
    name: `port ${index}`,
    type: '1000base-t',
  }));
  assert.deepEqual((await write.create('dcim.interfacetemplate', ports)).refused, []);
  const statements: number[] = [];
  for (const count of [3, 100]) {
    const sent = counted(sql);
    const { keys } = await (await tryWrites(sent.sql)).create(
      'dcim.device',
      Array.from({ length: count }, (_, index) => ({ ...device(`${count} ${index}`), device_type: many })),
    );
    assert.equal(keys.length, count);
    statements.push(sent.count());
  }
  assert.equal(statements[1], statements[0]);
  assert.ok(statements[0]! < 60, `${statements[0]} statements`);
  assert.deepEqual(
    await lines(
      `select count(*) from dcim_interface i join dcim_device d on d.id = i.device_id where d.device_type_id = ${many}`,
    ),
    [String(103 * 48)],
  );
});

/** The same database, counting what is sent to it. */
function counted(database: Sql): { sql: Sql; count: () => number } {
  let count = 0;
  const around = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(one, name) {
        const value = Reflect.get(one, name) as unknown;
        if (typeof value !== 'function') return value;
        if (name === 'begin')
          return (work: (inner: T) => unknown) => value.call(one, (inner: T) => work(around(inner)));
        if (name === 'unsafe') count++;
        return value.bind(one);
      },
    });
  return { sql: around(database), count: () => count };
}
