import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registry } from '#models/registry.ts';
import { readOnly, required, restFields } from '#registry/rest-facts.ts';
import { metaOf } from '../meta.ts';

const { index, models, forms } = metaOf(registry, { version: '1.0.0' });

test('every model that REST writes has a form, and no other', () => {
  const without = index.models.filter(({ path }) => !forms.has(path)).map(({ id }) => id);
  assert.deepEqual(without, [
    'core.objecttype',
    'core.objectchange',
    'core.datafile',
    'core.job',
    'dcim.cabletermination',
    'extras.taggeditem',
    'extras.script',
  ]);
  for (const [path, { model, form }] of [...models].map(
    ([path, one]) => [path, { model: one.id, form: one.form }] as const,
  ))
    assert.equal(form, forms.has(path), model);
});

for (const [path, form] of forms) {
  test(`${path}: every field stands in one group, and what REST requires is asked for`, () => {
    const grouped = form.groups.flatMap(({ fields }) => fields).flat();
    const apart = ['comments', 'custom_fields'];
    const names = form.fields.map(({ name }) => name);
    assert.deepEqual(grouped.toSorted(), names.filter((name) => !apart.includes(name)).toSorted());
    const halves = form.fields.flatMap(({ generic }) => (generic ? [generic.type, generic.id] : []));
    for (const field of restFields(registry.get(form.model)))
      if (required(field) && !readOnly(field)) assert.ok([...names, ...halves].includes(field.name), field.name);
  });
}

const cases: readonly [path: string, field: string, asked: Record<string, string>][] = [
  ['dcim/devices', 'rack', { site_id: 'site', location_id: 'location' }],
  ['dcim/devices', 'location', { site_id: 'site' }],
  ['dcim/devices', 'tenant', { group_id: 'tenant_group' }],
  ['dcim/devices', 'device_type', { manufacturer_id: 'manufacturer' }],
  ['dcim/racks', 'site', { region_id: 'region', group_id: 'site_group' }],
  ['dcim/interfaces', 'tagged_vlans', { available_on_device: 'device', group_id: 'vlan_group' }],
  ['tenancy/contact-assignments', 'contact', { group_id: 'contact_group' }],
  [
    'wireless/wireless-links',
    'interface_a',
    { kind: '=wireless', site_id: 'site_a', location_id: 'location_a', device_id: 'device_a' },
  ],
  ['wireless/wireless-links', 'device_a', { site_id: 'site_a', location_id: 'location_a' }],
  ['wireless/wireless-links', 'location_a', { site_id: 'site_a' }],
  ['ipam/prefixes', 'vlan', { available_at_site: 'scope', group_id: 'vlan_group' }],
  ['dcim/interfaces', 'module', { device_id: 'device' }],
  ['dcim/interfaces', 'lag', { virtual_chassis_member_id: 'device', type: '=lag' }],
  ['circuits/circuits', 'provider_account', { provider_id: 'provider' }],
  ['dcim/locations', 'parent', { site_id: 'site' }],
  ['dcim/power-outlets', 'power_port', { device_id: 'device' }],
  ['virtualization/virtual-machines', 'cluster', { site_id: 'site?' }],
];

for (const [path, name, asked] of cases)
  test(`${path}: ${name} is picked by ${JSON.stringify(asked)}`, () => {
    const { pick = [] } = forms.get(path)!.fields.find((field) => field.name === name)!;
    const told = pick.map(({ parameter, field, value, orNull }) => [
      parameter,
      field === undefined ? `=${value}` : `${field}${orNull ? '?' : ''}`,
    ]);
    assert.deepEqual(Object.fromEntries(told), asked);
  });

test('a relation to any object tells what it may name, and what that is part of', () => {
  const { generic } = forms.get('ipam/ip-addresses')!.fields.find((field) => field.name === 'assigned_object')!;
  assert.deepEqual(generic, {
    type: 'assigned_object_type',
    id: 'assigned_object_id',
    types: [
      { model: 'dcim.interface', within: { model: 'dcim.device', field: 'device', parameter: 'device_id' } },
      { model: 'ipam.fhrpgroup' },
      {
        model: 'virtualization.vminterface',
        within: { model: 'virtualization.virtualmachine', field: 'virtual_machine', parameter: 'virtual_machine_id' },
      },
    ],
  });
});

test('parts of devices, machines and types, addresses and VLANs are made by patterns', () => {
  const patterned = [...new Set([...forms.values()])].filter(({ pattern }) => pattern).map(({ model }) => model);
  assert.equal(patterned.length, 29);
});

test('what only narrows stands before what it narrows, once, and tells from where it is filled', () => {
  const fieldsOf = (path: string) => forms.get(path)!.groups.flatMap(({ fields }) => fields);
  const switching = fieldsOf('dcim/interfaces').slice(fieldsOf('dcim/interfaces').indexOf('mode'));
  assert.deepEqual(switching.slice(0, 4), ['mode', 'vlan_group', 'untagged_vlan', 'tagged_vlans']);
  const of = (path: string, name: string) => forms.get(path)!.fields.filter((field) => field.name === name);
  assert.deepEqual(of('dcim/sites', 'tenant_group')[0]?.narrows, {
    labels: ['Tenant'],
    field: 'tenant',
    way: [{ model: 'tenancy.tenant', field: 'group' }],
  });
  assert.deepEqual(of('dcim/racks', 'region')[0]?.only, 'many');
  const [group, ...others] = of('dcim/interfaces', 'vlan_group');
  assert.deepEqual(others, []);
  // Several VLANs may be of several groups: nothing tells which one is meant.
  assert.deepEqual(group?.narrows, { labels: ['Untagged VLAN', 'Tagged VLANs', 'Q-in-Q SVLAN'] });
  assert.deepEqual(group?.when, { field: 'mode', values: ['access', 'tagged', 'tagged-all', 'q-in-q'] });
});

test('every tenant and every owner is picked by its group', () => {
  for (const [path, { fields }] of forms)
    for (const { name } of fields.filter(
      ({ widget, model = '' }) => widget === 'relation' && /tenant$|owner$/.test(model),
    ))
      assert.ok(
        fields.some((one) => one.narrows?.field === name && one.name === `${name}_group`),
        path,
      );
});
