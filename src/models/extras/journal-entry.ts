import { choice } from '#fields/choice/choice.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { journalEntryKind } from './choices.ts';

export const journalEntry = model('extras.journalentry', {
  features: [
    'changeLogging',
    'customFields',
    'customLinks',
    'customValidation',
    'eventRules',
    'exportTemplates',
    'tags',
  ],
  rest: 'extras/journal-entries',
  className: 'JournalEntry',
  description: 'A note on an object, by somebody at some time.',
  plural: 'journal entries',
  ordering: ['-created'],
  display: { by: 'journalEntry' },
  brief: 'created',
  quickSearch: ['comments'],
  filters: {
    assigned_object_type_id: related('assigned_object_type'),
  },
  list: {
    columns: 'pk id created created_by assigned_object_type assigned_object kind comments comments_short tags actions',
    default: 'pk created created_by assigned_object_type assigned_object kind comments',
  },
  indexes: [
    { name: 'extras_jour_created_ec0fac_idx', fields: ['-created'] },
    { name: 'extras_jour_assigne_76510f_idx', fields: ['assigned_object_type', 'assigned_object_id'] },
  ],
  database: {
    names: {
      extras_journalentry_created_by_id_8d4e4329_fk_users_user_id:
        'extras_journalentry_created_by_id_8d4e4329_fk_auth_user_id',
    },
  },
  fields: {
    assigned_object_type: contentType({ onDelete: 'cascade', relatedName: 'journalentry_set', rest: { types: 'all' } }),
    assigned_object_id: integer({ bits: 64, positive: true }),
    assigned_object: generic('assigned_object_type', 'assigned_object_id', { missingAsWhole: true }),
    created: created({ filter: { kind: 'dateTimeRange' } }),
    created_by: foreignKey('users.user', {
      null: true,
      blank: true,
      onDelete: 'set null',
      relatedName: 'journalentry_set',
      filter: { by: 'username' },
      shape: 'key',
      form: false,
    }),
    kind: choice(journalEntryKind, { default: 'info', max: 30 }),
    comments: longText({ search: 5000, form: { required: true } }),
    tags: tags(),
    custom_fields: customFields(),
    last_updated: lastUpdated(),
  },
  graphql: { filters: 'assigned_object_type_id=assigned_object_type:ID -created_by_id' },
});
