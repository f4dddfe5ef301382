import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { genericReverse, manyToMany } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const notificationGroup = model('extras.notificationgroup', {
  features: ['changeLogging', 'customValidation', 'eventRules'],
  rest: 'extras/notification-groups',
  className: 'NotificationGroup',
  description: 'Users and groups that are told together.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'description'],
  filters: {
    user_id: related('users'),
    user: related('users', { by: 'username' }),
    group_id: related('groups'),
    group: related('groups', { by: 'name' }),
  },
  list: { columns: 'pk name description groups users', default: 'name description groups users' },
  fields: {
    name: text({ unique: true, max: 100 }),
    description: text({ blank: true, max: 200 }),
    groups: manyToMany('users.group', { blank: true, relatedName: 'notification_groups' }),
    users: manyToMany('users.user', { blank: true, relatedName: 'notification_groups' }),
    created: created({ rest: false }),
    last_updated: lastUpdated({ rest: false }),
    event_rules: genericReverse('extras.eventrule'),
  },
  graphql: { fields: '-id -name -description -created -last_updated', filters: '-event_rules' },
});
