import { foreignKey, manyToMany } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const owner = model('users.owner', {
  features: [
    'bookmarks',
    'cloning',
    'customLinks',
    'customValidation',
    'eventRules',
    'exportTemplates',
    'notifications',
  ],
  rest: 'users/owners',
  className: 'Owner',
  description: 'Who answers for objects: users and groups under one name.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  pickedBy: 'group',
  quickSearch: ['name', 'description'],
  filters: {
    user_group_id: related('user_groups'),
    user_group: related('user_groups', { by: 'name' }),
    user_id: related('users'),
    user: related('users', { by: 'username' }),
  },
  list: {
    columns: 'pk id name group description user_groups users',
    default: 'pk name group description user_groups users',
  },
  fields: {
    name: text({ unique: true, max: 100 }),
    group: foreignKey('users.ownergroup', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'members',
      rest: { required: true },
    }),
    description: text({ blank: true, max: 200 }),
    user_groups: manyToMany('users.group', { blank: true, label: 'Groups', clone: true, relatedName: 'owners' }),
    users: manyToMany('users.user', { blank: true, clone: true, relatedName: 'owners' }),
  },
  graphql: { fields: '-user_groups -users', filters: '-group_id' },
});
