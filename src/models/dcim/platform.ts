import { computed, treeCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { slug } from '#fields/slug/slug.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { sortPath, treePath } from '#fields/tree-path/tree-path.ts';
import { standard } from '#registry/features.ts';
import { behaviour, related, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const platform = model('dcim.platform', {
  features: standard,
  rest: 'dcim/platforms',
  className: 'Platform',
  description: 'The software that a device or virtual machine runs.',
  ordering: ['sort_path'],
  display: '{name}',
  brief: 'name slug description device_count virtualmachine_count _depth',
  shapes: { nested: 'display_url name' },
  quickSearch: ['name', 'slug', 'description', 'comments'],
  filters: {
    parent_id: related('parent'),
    parent: related('parent', { by: 'slug' }),
    ancestor_id: tree('parent'),
    ancestor: tree('parent', { by: 'slug' }),
    available_for_device_type: behaviour('getForDeviceType', 'single', { to: 'dcim.devicetype' }),
  },
  list: {
    columns:
      'pk id name parent manufacturer device_count vm_count slug config_template description tags actions created last_updated',
    default: 'pk name manufacturer device_count vm_count description',
  },
  constraints: [
    { name: 'dcim_platform_manufacturer_name', fields: ['manufacturer', 'name'], nullsEqual: true },
    { name: 'dcim_platform_manufacturer_slug', fields: ['manufacturer', 'slug'], nullsEqual: true },
  ],
  indexes: [
    { name: 'dcim_platform_path_gist', fields: ['path'], method: 'gist' },
    { name: 'dcim_platform_sort_path_idx', fields: ['sort_path'] },
  ],
  fields: {
    parent: foreignKey('dcim.platform', {
      rest: { absent: null },
      null: true,
      blank: true,
      clone: true,
      relatedName: 'children',
      shape: 'nested',
      filter: false,
    }),
    name: text({ search: 100, max: 100 }),
    slug: slug({ search: 110, index: true }),
    manufacturer: foreignKey('dcim.manufacturer', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'platforms',
    }),
    config_template: foreignKey('extras.configtemplate', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'platforms',
      filter: { by: false },
      rest: { absent: null },
    }),
    description: text({ blank: true, clone: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    device_count: treeCount('dcim.device', 'platform'),
    virtualmachine_count: treeCount('virtualization.virtualmachine', 'platform'),
    _depth: computed('depth', 'integer'),
    path: treePath({ blank: true, default: '', editable: false }),
    sort_path: sortPath({ blank: true, default: '', editable: false }),
  },
  graphql: { fields: 'children virtual_machines devices', filters: '-parent -parent_id' },
});
