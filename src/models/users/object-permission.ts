import { array } from '#fields/array/array.ts';
import { boolean } from '#fields/boolean/boolean.ts';
import { json } from '#fields/json/json.ts';
import { manyToMany, reverse } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { behaviour, contentTypeFilter, related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const objectPermission = model('users.objectpermission', {
  features: ['cloning'],
  rest: 'users/permissions',
  className: 'ObjectPermission',
  description: 'What users and groups may do, with which objects.',
  label: 'permission',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description enabled object_types actions',
  quickSearch: ['name', 'description'],
  filters: {
    object_types: related('object_types'),
    object_type_id: related('object_types'),
    object_type: contentTypeFilter('object_types', {
      lookups: ['n', 'ic', 'nic', 'iew', 'niew', 'isw', 'nisw', 'ie', 'nie', 'regex', 'iregex'],
    }),
    can_view: behaviour('checkAction', 'boolean'),
    can_add: behaviour('checkAction', 'boolean'),
    can_change: behaviour('checkAction', 'boolean'),
    can_delete: behaviour('checkAction', 'boolean'),
    user_id: related('users'),
    user: related('users', { by: 'username' }),
    group_id: related('groups'),
    group: related('groups', { by: 'name' }),
  },
  list: {
    columns:
      'pk id name enabled object_types can_view can_add can_change can_delete custom_actions users groups constraints description',
    default: 'pk name enabled object_types can_view can_add can_change can_delete description',
  },
  indexes: [{ name: 'users_objec_name_ca707b_idx', fields: ['name'] }],
  fields: {
    name: text({ max: 100 }),
    description: text({ blank: true, clone: true, max: 200 }),
    enabled: boolean({ default: true, clone: true }),
    object_types: manyToMany('contenttypes.contenttype', { clone: true, relatedName: 'object_permissions' }),
    actions: array(text({ max: 30 }), { clone: true, form: { widget: 'actions' } }),
    constraints: json({ null: true, blank: true, clone: true, form: { widget: 'constraints' } }),
    groups: reverse('users.group', 'object_permissions', { shape: 'nested', rest: { required: false } }),
    users: reverse('users.user', 'object_permissions', { shape: 'nested', rest: { required: false } }),
  },
  graphql: false,
});
