import { dateTime } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { model } from '#registry/model.ts';

export const subscription = model('extras.subscription', {
  rest: 'extras/subscriptions',
  className: 'Subscription',
  description: 'That a user wants to be told of changes to an object.',
  ordering: ['-created', 'user'],
  display: ['{object}', 'Subscription object ({id})'],
  brief: 'object_type object_id user',
  without: ['display_url'],
  list: { columns: 'pk object object_type created user', default: 'object object_type created' },
  constraints: [
    { name: 'extras_subscription_unique_per_object_and_user', fields: ['object_type', 'object_id', 'user'] },
  ],
  indexes: [
    { name: 'extras_subs_created_034618_idx', fields: ['-created', 'user'] },
    { name: 'extras_subs_object__37ef68_idx', fields: ['object_type', 'object_id'] },
  ],
  fields: {
    object_type: contentType({ relatedName: 'subscription_set', filter: false, rest: { types: 'notifications' } }),
    object_id: integer({ bits: 64, positive: true, filter: false }),
    object: generic('object_type', 'object_id'),
    user: foreignKey('users.user', { relatedName: 'subscriptions', filter: false }),
    created: dateTime({ blank: true, editable: false, filter: false }),
  },
  graphql: {
    fields: 'changelog:[ObjectChangeType!]! user? -id -object_type -object_id -created',
    filters: 'object_type_id=object_type:ID',
  },
});
