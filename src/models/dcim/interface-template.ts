import { boolean } from '#fields/boolean/boolean.ts';
import { choice } from '#fields/choice/choice.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { naturalOrder } from '#fields/natural-order/natural-order.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { wirelessRole } from '#models/wireless/choices.ts';
import { model } from '#registry/model.ts';
import { interfaceType } from './choices/interface-type.ts';
import { interfacePoEMode, interfacePoEType } from './choices/interfaces.ts';

export const interfaceTemplate = model('dcim.interfacetemplate', {
  features: ['changeLogging', 'customValidation', 'eventRules'],
  rest: 'dcim/interface-templates',
  className: 'InterfaceTemplate',
  description: 'An interface that each device of a type has.',
  ordering: ['device_type', 'module_type', 'name'],
  display: ['{name} ({label})', '{name}'],
  changesOf: ['device_type', 'module_type'],
  brief: 'name description',
  without: ['display_url'],
  shapes: { nested: 'name' },
  quickSearch: ['name', 'description'],
  list: {
    columns:
      'pk name label enabled mgmt_only type channels channel_id description parent bridge poe_mode poe_type rf_role actions',
    default: '',
  },
  form: {
    '': 'device_type|module_type name',
  },
  constraints: [
    { name: 'dcim_interfacetemplate_unique_device_type_name', fields: ['device_type', 'name'] },
    { name: 'dcim_interfacetemplate_unique_module_type_name', fields: ['module_type', 'name'] },
    { name: 'dcim_interfacetemplate_unique_parent_channel_id', fields: ['parent', 'channel_id'] },
  ],
  indexes: [{ name: 'dcim_interf_device__601012_idx', fields: ['device_type', 'module_type', 'name'] }],
  fields: {
    device_type: foreignKey('dcim.devicetype', {
      null: true,
      blank: true,
      relatedName: 'interfacetemplates',
      filter: { by: false },
      rest: { absent: null },
    }),
    module_type: foreignKey('dcim.moduletype', {
      null: true,
      blank: true,
      relatedName: 'interfacetemplates',
      rest: { absent: null },
    }),
    name: text({ natural: true, max: 64 }),
    label: text({ blank: true, max: 64 }),
    type: choice(interfaceType, { filter: { nullWord: false } }),
    channels: integer({ null: true, blank: true, bits: 16, positive: true, minimum: 1, maximum: 1024 }),
    channel_id: integer({ null: true, blank: true, bits: 16, positive: true, minimum: 1, maximum: 1024 }),
    enabled: boolean({ default: true }),
    mgmt_only: boolean({ default: false, label: 'Management only' }),
    description: text({ blank: true, max: 200 }),
    parent: foreignKey('dcim.interfacetemplate', {
      null: true,
      blank: true,
      label: 'Parent interface',
      onDelete: 'restrict',
      relatedName: 'child_interfaces',
      shape: 'nested',
      filter: { by: false },
      form: { pick: { device_type_id: 'device_type', module_type_id: 'module_type' } },
    }),
    bridge: foreignKey('dcim.interfacetemplate', {
      null: true,
      blank: true,
      label: 'Bridge interface',
      onDelete: 'set null',
      relatedName: 'bridge_interfaces',
      shape: 'nested',
      filter: { by: false },
      form: { pick: { device_type_id: 'device_type', module_type_id: 'module_type' } },
    }),
    poe_mode: choice(interfacePoEMode, { null: true, blank: true }),
    poe_type: choice(interfacePoEType, { null: true, blank: true }),
    rf_role: choice(wirelessRole, { null: true, blank: true, label: 'Wireless role', max: 30 }),
    created: created(),
    last_updated: lastUpdated(),
    _name: naturalOrder('name'),
  },
  graphql: { fields: 'bridge_interfaces child_interfaces', filters: '-module_type_id' },
});
