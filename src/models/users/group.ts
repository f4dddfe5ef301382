import { relatedCount } from '#fields/computed/computed.ts';
import { manyToMany } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const group = model('users.group', {
  rest: 'users/groups',
  className: 'Group',
  description: 'Users who share permissions.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  shapes: { nested: 'display_url name' },
  quickSearch: ['name', 'description'],
  filters: {
    user_id: related('user'),
    owner_id: related('owner'),
    owner: related('owner', { by: 'name' }),
    permission_id: related('object_permissions'),
    notification_group_id: related('notification_groups'),
  },
  list: { columns: 'pk id name users_count description', default: '' },
  database: { otherKeyFirst: ['permissions'] },
  fields: {
    name: text({ unique: true, max: 150 }),
    description: text({ blank: true, max: 200 }),
    permissions: manyToMany('users.objectpermission', {
      source: 'object_permissions',
      through: 'users_group_object_permissions',
      relatedName: 'groups',
      blank: true,
    }),
    user_count: relatedCount('users.user', 'groups', { rest: { options: 'integer', readOnly: true } }),
    auth_permissions: manyToMany('auth.permission', { through: 'users_group_permissions', rest: false }),
  },
  graphql: { fields: '-description' },
});
