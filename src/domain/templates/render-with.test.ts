import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { defaultSettings } from '#base/settings.ts';
import { registry } from '#models/registry.ts';
import { readContentTypes } from '#operations/read/content-types.ts';
import { ReadContext } from '#operations/read/context.ts';
import { Shapes } from '#operations/read/shapes.ts';
import { testDatabase } from '#test/database.ts';
import { computedBehaviours } from '../computed/index.ts';
import { displayBehaviours } from '../display/index.ts';
import { tryWrites } from '../rules/try-writes.ts';
import { renderWith } from './render-with.ts';

const { sql } = await testDatabase();
let key = '';

before(async () => {
  const { create } = await tryWrites(sql);
  const made = async (model: string, input: Record<string, unknown>) => Number((await create(model, input)).keys[0]);
  const region = await made('dcim.region', { name: 'North', slug: 'north' });
  const site = await made('dcim.site', { name: 'Zürich', slug: 'zrh', region });
  const manufacturer = await made('dcim.manufacturer', { name: 'Acme', slug: 'acme' });
  const device_type = await made('dcim.devicetype', { manufacturer, model: 'X1', slug: 'x1' });
  const role = await made('dcim.devicerole', { name: 'Leaf', slug: 'leaf' });
  const device = await made('dcim.device', { name: 'sw1', site, device_type, role, status: 'active' });
  for (const [name, enabled] of [
    ['eth0', true],
    ['eth1', false],
  ] as const) {
    const port = await made('dcim.interface', { device, name, type: '1000base-t', enabled });
    await made('ipam.ipaddress', {
      address: `10.0.0.${port}/24`,
      assigned_object_type: 'dcim.interface',
      assigned_object_id: port,
    });
  }
  key = String(device);
});

for (const [code, content] of [
  ['{{ device }} {{ device.name }} {{ device.status }} {{ device.get_status_display() }}', 'sw1 sw1 active Active'],
  ['{{ device.site.region.name }}/{{ device.device_type.manufacturer }}', 'North/Acme'],
  ['{{ device.tenant }}|{{ device.tenant.name }}', 'None|'],
  ['{% for i in device.interfaces.all() %}{{ i.name }} {% endfor %}', 'eth0 eth1 '],
  ['{% for i in device.interfaces.filter(enabled=True) %}{{ i }}{% endfor %}', 'eth0'],
  [
    '{% for i in device.interfaces.all() %}{% for a in i.ip_addresses.all() %}{{ a.address.prefixlen }} {{ a.address.network }};{% endfor %}{% endfor %}',
    '24 10.0.0.0;24 10.0.0.0;',
  ],
  ['{{ device.interfaces.count() }} {{ device.site.devices.first().name }}', '2 sw1'],
  ['{{ ntp | join(",") }}', 'a,b'],
] as const)
  test(`renders ${code}`, async () => {
    const shapes = new Shapes(registry, { computed: computedBehaviours, display: displayBehaviours });
    const contentTypes = await readContentTypes(sql);
    const context = new ReadContext({ sql, registry, shapes, settings: defaultSettings, contentTypes, base: '' });
    const template = { id: '1', code, parameters: {}, dataFile: null };
    const object = { name: 'device', model: 'dcim.device', key };
    assert.deepEqual(await renderWith({ context }, { template, given: { ntp: ['a', 'b'] }, object }), { content });
  });
