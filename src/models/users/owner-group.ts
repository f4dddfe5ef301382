import { relatedCount } from '#fields/computed/computed.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';

export const ownerGroup = model('users.ownergroup', {
  features: [
    'bookmarks',
    'cloning',
    'customLinks',
    'customValidation',
    'eventRules',
    'exportTemplates',
    'notifications',
  ],
  rest: 'users/owner-groups',
  className: 'OwnerGroup',
  description: 'Owners that belong together.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'description'],
  list: {
    columns: 'pk id name description',
    default: 'pk name owner_count description',
    far: { owner_count: '#users.owner@group' },
  },
  fields: {
    name: text({ unique: true, max: 100 }),
    description: text({ blank: true, max: 200 }),
    member_count: relatedCount('users.owner', 'group'),
  },
});
