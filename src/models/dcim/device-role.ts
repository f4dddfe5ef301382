import { boolean } from '#fields/boolean/boolean.ts';
import { color } from '#fields/color/color.ts';
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
import { related, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const deviceRole = model('dcim.devicerole', {
  features: standard,
  rest: 'dcim/device-roles',
  className: 'DeviceRole',
  description: 'What devices do: core switch, firewall, patch panel.',
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
  },
  list: {
    columns:
      'pk id name parent device_count vm_count color vm_role config_template description slug tags actions created last_updated',
    default: 'pk name device_count vm_count color vm_role description',
  },
  constraints: [
    { name: 'dcim_devicerole_parent_name', fields: ['parent', 'name'], nullsEqual: true },
    { name: 'dcim_devicerole_parent_slug', fields: ['parent', 'slug'], nullsEqual: true },
  ],
  indexes: [
    { name: 'dcim_devicerole_path_gist', fields: ['path'], method: 'gist' },
    { name: 'dcim_devicerole_sort_path_idx', fields: ['sort_path'] },
  ],
  fields: {
    name: text({ search: 100, max: 100 }),
    slug: slug({ search: 110, index: true }),
    color: color({ default: '9e9e9e' }),
    vm_role: boolean({ default: true }),
    config_template: foreignKey('extras.configtemplate', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'device_roles',
      filter: { by: false },
      rest: { absent: null },
    }),
    parent: foreignKey('dcim.devicerole', {
      rest: { absent: null },
      null: true,
      blank: true,
      clone: true,
      relatedName: 'children',
      shape: 'nested',
      filter: false,
    }),
    description: text({ blank: true, clone: true, search: 500, max: 200 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    device_count: treeCount('dcim.device', 'role'),
    virtualmachine_count: treeCount('virtualization.virtualmachine', 'role'),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    _depth: computed('depth', 'integer'),
    path: treePath({ blank: true, default: '', editable: false }),
    sort_path: sortPath({ blank: true, default: '', editable: false }),
  },
  graphql: { fields: 'children virtual_machines devices', filters: '-parent -parent_id' },
});
