import { boolean } from '#fields/boolean/boolean.ts';
import { choice } from '#fields/choice/choice.ts';
import { computed } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { treePath } from '#fields/tree-path/tree-path.ts';
import { standard } from '#registry/features.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { inventoryItemStatus } from './choices/devices.ts';
import { deviceCopies, placeFields } from './device-copies.ts';
import { deviceFilters } from './device-filters.ts';

export const inventoryItem = model('dcim.inventoryitem', {
  features: standard,
  rest: 'dcim/inventory-items',
  className: 'InventoryItem',
  description: 'A part inside a device, with its serial number and place among the others.',
  ordering: ['name', 'pk'],
  display: ['{name} ({label})', '{name}'],
  changesOf: ['device'],
  brief: 'device name description _depth',
  quickSearch: ['name', 'part_id', 'serial', 'asset_tag', 'description'],
  filters: {
    ...deviceFilters,
    parent_id: related('parent'),
  },
  list: {
    columns:
      'pk id name device parent component label status role manufacturer part_id serial asset_tag description discovered tags created last_updated',
    default: 'pk name device label status role manufacturer part_id serial asset_tag',
  },
  form: {
    '': 'device parent name label status role',
    Hardware: 'manufacturer part_id serial asset_tag discovered',
    Component: 'component',
  },
  constraints: [{ name: 'dcim_inventoryitem_unique_device_parent_name', fields: ['device', 'parent', 'name'] }],
  indexes: [
    { name: 'dcim_invent_compone_0560bb_idx', fields: ['component_type', 'component_id'] },
    { name: 'dcim_inventoryitem_path_gist', fields: ['path'], method: 'gist' },
  ],
  database: {
    copies: deviceCopies,
  },
  fields: {
    device: foreignKey('dcim.device', { clone: true, relatedName: 'inventoryitems' }),
    parent: foreignKey('dcim.inventoryitem', {
      null: true,
      blank: true,
      clone: true,
      relatedName: 'child_items',
      filter: false,
      shape: 'key',
      rest: { absent: null },
    }),
    name: text({ search: 100, natural: true, max: 64 }),
    label: text({ blank: true, search: 200, max: 64 }),
    status: choice(inventoryItemStatus, { filter: { nullWord: false }, default: 'active', clone: true }),
    role: foreignKey('dcim.inventoryitemrole', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'inventory_items',
    }),
    manufacturer: foreignKey('dcim.manufacturer', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'inventory_items',
      rest: { absent: null },
    }),
    part_id: text({ blank: true, clone: true, search: 2000, max: 50 }),
    serial: text({ blank: true, label: 'Serial number', search: 60, max: 50, filter: { lookup: 'iexact' } }),
    asset_tag: text({ null: true, blank: true, unique: true, search: 50, max: 50 }),
    discovered: boolean({ default: false }),
    description: text({ blank: true, search: 500, max: 200 }),
    component_type: contentType({ null: true, blank: true }),
    component_id: integer({ null: true, blank: true, bits: 64, positive: true }),
    component: generic('component_type', 'component_id'),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    _depth: computed('depth', 'integer'),
    path: treePath({ blank: true, default: '', editable: false }),
    ...placeFields,
  },
  graphql: {
    fields:
      'child_items _site:DjangoModelType _location:DjangoModelType _rack:DjangoModelType component:InventoryItemComponentType',
    unions: {
      InventoryItemComponentType:
        'dcim.consoleport dcim.consoleserverport dcim.frontport dcim.interface dcim.poweroutlet dcim.powerport dcim.rearport',
    },
  },
});
