import { manyToMany } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';

export const group = model('auth.group', {
  key: 'integer',
  className: 'Group',
  description: 'A set of users that Django’s own permissions know.',
  display: '{name}',
  fields: {
    name: text({ unique: true, max: 150, filter: false }),
    permissions: manyToMany('auth.permission', { blank: true, relatedName: 'group_set' }),
  },
  graphql: false,
});
