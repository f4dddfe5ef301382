import { computed } from '#fields/computed/computed.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { treePath } from '#fields/tree-path/tree-path.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const inventoryItemTemplate = model('dcim.inventoryitemtemplate', {
  features: ['changeLogging', 'customValidation', 'eventRules'],
  rest: 'dcim/inventory-item-templates',
  className: 'InventoryItemTemplate',
  description: 'A part that each device of a type holds.',
  ordering: ['device_type.id', 'parent.id', 'name'],
  display: ['{name} ({label})', '{name}'],
  changesOf: ['device_type'],
  brief: 'name description _depth',
  without: ['display_url'],
  quickSearch: ['name', 'part_id', 'description'],
  filters: {
    parent_id: related('parent'),
  },
  list: { columns: 'pk name label parent role manufacturer part_id component description actions', default: '' },
  form: {
    '': 'device_type parent name label role manufacturer part_id',
    Component: 'component',
  },
  constraints: [
    { name: 'dcim_inventoryitemtemplate_unique_device_type_parent_name', fields: ['device_type', 'parent', 'name'] },
  ],
  indexes: [
    { name: 'dcim_invent_compone_77b5f8_idx', fields: ['component_type', 'component_id'] },
    { name: 'dcim_inv_item_tmpl_path_gist', fields: ['path'], method: 'gist' },
  ],
  fields: {
    device_type: foreignKey('dcim.devicetype', {
      relatedName: 'inventoryitemtemplates',
      filter: { by: false },
      form: { pick: {} },
    }),
    parent: foreignKey('dcim.inventoryitemtemplate', {
      null: true,
      blank: true,
      relatedName: 'child_items',
      filter: false,
      shape: 'key',
      rest: { absent: null },
    }),
    name: text({ natural: true, max: 64 }),
    label: text({ blank: true, max: 64 }),
    role: foreignKey('dcim.inventoryitemrole', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'inventory_item_templates',
    }),
    manufacturer: foreignKey('dcim.manufacturer', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'inventory_item_templates',
      rest: { absent: null },
    }),
    part_id: text({ blank: true, max: 50 }),
    description: text({ blank: true, max: 200 }),
    component_type: contentType({ null: true, blank: true }),
    component_id: integer({ null: true, blank: true, bits: 64, positive: true }),
    component: generic('component_type', 'component_id'),
    created: created(),
    last_updated: lastUpdated(),
    _depth: computed('depth', 'integer'),
    path: treePath({ blank: true, default: '', editable: false }),
  },
  graphql: {
    fields: 'manufacturer! child_items component:InventoryItemTemplateComponentType',
    filters: '-parent_id',
    unions: {
      InventoryItemTemplateComponentType:
        'dcim.consoleporttemplate dcim.consoleserverporttemplate dcim.frontporttemplate dcim.interfacetemplate dcim.poweroutlettemplate dcim.powerporttemplate dcim.rearporttemplate',
    },
  },
});
