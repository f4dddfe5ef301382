import { choice } from '#fields/choice/choice.ts';
import { dateTime } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';
import { eventType } from './choices.ts';

export const notification = model('extras.notification', {
  rest: 'extras/notifications',
  className: 'Notification',
  description: 'Something that a user is told about an object.',
  ordering: ['-created', 'pk'],
  display: '{object_repr}',
  brief: 'object_type object_id user read event_type',
  without: ['display_url'],
  list: {
    columns: 'pk icon object object_type event_type created read user',
    default: 'icon object object_type event_type created',
  },
  constraints: [
    { name: 'extras_notification_unique_per_object_and_user', fields: ['object_type', 'object_id', 'user'] },
  ],
  indexes: [
    { name: 'extras_noti_created_1d5146_idx', fields: ['-created', 'id'] },
    { name: 'extras_noti_object__be74d5_idx', fields: ['object_type', 'object_id'] },
  ],
  fields: {
    object_type: contentType({ relatedName: 'notification_set', filter: false, rest: { types: 'notifications' } }),
    object_id: integer({ bits: 64, positive: true, filter: false }),
    object: generic('object_type', 'object_id'),
    user: foreignKey('users.user', { relatedName: 'notifications', filter: false }),
    created: dateTime({ blank: true, editable: false, filter: false }),
    read: dateTime({ null: true, blank: true, filter: false }),
    event_type: choice(eventType, { plain: true, label: 'Event', filter: false }),
    object_repr: text({ editable: false, max: 200, rest: false, filter: false }),
  },
  graphql: {
    fields: 'changelog:[ObjectChangeType!]! user? -id -object_type -object_id -created -read -event_type -object_repr',
    filters: 'object_type_id=object_type:ID event_type:StrFilterLookup',
  },
});
