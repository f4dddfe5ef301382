import { boolean } from '#fields/boolean/boolean.ts';
import { computed } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { foreignKey, genericReverse, manyToMany, reverseOne } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { sortPath, treePath } from '#fields/tree-path/tree-path.ts';
import { standard } from '#registry/features.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { deviceCopies, placeFields } from './device-copies.ts';
import { deviceFilters } from './device-filters.ts';

export const moduleBay = model('dcim.modulebay', {
  features: standard,
  rest: 'dcim/module-bays',
  className: 'ModuleBay',
  description: 'A slot in a device or module that takes a module.',
  ordering: ['sort_path', 'pk'],
  display: ['{name} ({label})', '{name}'],
  changesOf: ['device'],
  brief: 'installed_module name enabled description _occupied',
  shapes: { nested: 'display_url name' },
  quickSearch: ['name', 'label', 'description'],
  filters: {
    ...deviceFilters,
    parent_id: related('parent'),
    installed_module_id: related('installed_module'),
    module_bay_type_id: related('module_bay_types'),
    module_bay_type: related('module_bay_types', { by: 'slug' }),
  },
  list: {
    columns:
      'pk id name device enabled parent label position module_bay_types installed_module module_status module_serial module_asset_tag description tags',
    default: 'pk name device enabled parent label installed_module module_status description',
    far: {
      parent: 'parent',
      module_status: 'installed_module/status',
      module_serial: 'installed_module/serial',
      module_asset_tag: 'installed_module/asset_tag',
    },
  },
  constraints: [{ name: 'dcim_modulebay_unique_device_module_name', fields: ['device', 'module', 'name'] }],
  indexes: [
    { name: 'dcim_modulebay_path_gist', fields: ['path'], method: 'gist' },
    { name: 'dcim_modulebay_sort_path_idx', fields: ['sort_path'] },
  ],
  database: {
    copies: deviceCopies,
  },
  fields: {
    device: foreignKey('dcim.device', { clone: true, relatedName: 'modulebays' }),
    module: foreignKey('dcim.module', {
      null: true,
      blank: true,
      relatedName: 'modulebays',
      shape: 'reference',
      rest: { absent: null },
    }),
    name: text({ search: 100, natural: true, max: 64 }),
    label: text({ blank: true, search: 200, max: 64 }),
    position: text({ blank: true, max: 30 }),
    enabled: boolean({ default: true, clone: true }),
    description: text({ blank: true, search: 500, max: 200 }),
    module_bay_types: manyToMany('dcim.modulebaytype', { blank: true, relatedName: 'module_bays' }),
    installed_module: reverseOne('dcim.module', 'module_bay', { shape: 'installed' }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    _occupied: computed('moduleBayOccupied', 'boolean'),
    is_module_compatible: computed('isModuleCompatible', 'boolean'),
    path: treePath({ blank: true, default: '', editable: false }),
    ...placeFields,
    parent: foreignKey('dcim.modulebay', {
      null: true,
      blank: true,
      editable: false,
      relatedName: 'children',
      rest: false,
      filter: false,
    }),
    sort_path: sortPath({ blank: true, default: '', editable: false, natural: true }),
    inventory_items: genericReverse('dcim.inventoryitem'),
  },
  graphql: {
    fields: 'installed_module children _site:DjangoModelType _location:DjangoModelType _rack:DjangoModelType',
    filters: 'module_bay_type_id=module_bay_types:ID',
  },
});
