import { dateTime } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { numberFilter } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const bookmark = model('extras.bookmark', {
  rest: 'extras/bookmarks',
  className: 'Bookmark',
  description: 'An object that a user wants to find again.',
  ordering: ['created', 'pk'],
  display: ['{object}', 'Bookmark object ({id})'],
  brief: 'object_id object_type',
  without: ['display_url'],
  filters: {
    object_type_id: numberFilter('object_type_id'),
  },
  list: { columns: 'pk object object_type created', default: 'object object_type created' },
  constraints: [{ name: 'extras_bookmark_unique_per_object_and_user', fields: ['object_type', 'object_id', 'user'] }],
  indexes: [
    { name: 'extras_book_created_1cb4a5_idx', fields: ['created', 'id'] },
    { name: 'extras_book_object__2df6b4_idx', fields: ['object_type', 'object_id'] },
  ],
  database: {
    names: {
      extras_bookmark_user_id_cb6c6677_fk_users_user_id: 'extras_bookmark_user_id_cb6c6677_fk_auth_user_id',
    },
  },
  fields: {
    object_type: contentType({ relatedName: 'bookmark_set', rest: { types: 'bookmarks' } }),
    object_id: integer({ bits: 64, positive: true }),
    object: generic('object_type', 'object_id'),
    user: foreignKey('users.user', { relatedName: 'bookmark_set', filter: { by: 'username' } }),
    created: dateTime({ blank: true, editable: false, filter: { lookups: false, one: true } }),
  },
  graphql: false,
});
