import { array } from '#fields/array/array.ts';
import { choice } from '#fields/choice/choice.ts';
import { dateTime } from '#fields/date-time/date-time.ts';
import { duration } from '#fields/duration/duration.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { json } from '#fields/json/json.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { uuid } from '#fields/uuid/uuid.ts';
import { dateTimeFilter, durationFilter, related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { jobNotification, jobStatus } from './choices.ts';

export const job = model('core.job', {
  rest: 'core/jobs',
  readOnly: true,
  className: 'Job',
  description: 'A piece of work done beside requests: when it ran, how it ended, what it said.',
  ordering: ['-created'],
  display: '{name}',
  brief: '-id -display created completed user status',
  quickSearch: ['user.username', 'name'],
  filters: {
    object_type_id: related('object_type'),
    execution_time: durationFilter('execution_time', { lookups: ['gte', 'lte'] }),
    created__before: dateTimeFilter('created', { lookup: 'lte', lookups: false, one: true }),
    created__after: dateTimeFilter('created', { lookup: 'gte', lookups: false, one: true }),
    scheduled__before: dateTimeFilter('scheduled', { lookup: 'lte', lookups: false, one: true }),
    scheduled__after: dateTimeFilter('scheduled', { lookup: 'gte', lookups: false, one: true }),
    started__before: dateTimeFilter('started', { lookup: 'lte', lookups: false, one: true }),
    started__after: dateTimeFilter('started', { lookup: 'gte', lookups: false, one: true }),
    completed__before: dateTimeFilter('completed', { lookup: 'lte', lookups: false, one: true }),
    completed__after: dateTimeFilter('completed', { lookup: 'gte', lookups: false, one: true }),
  },
  list: {
    columns:
      'pk id object_type object name status created scheduled interval started completed execution_time user queue_name log_entries error job_id',
    default: 'pk id object_type object name status created started completed execution_time user',
  },
  indexes: [
    { name: 'core_job_created_efa7cb_idx', fields: ['-created'] },
    { name: 'core_job_object__c664ac_idx', fields: ['object_type', 'object_id'] },
  ],
  database: {
    names: {
      core_job_user_id_b69eefda_fk_users_user_id: 'core_job_user_id_b69eefda_fk_auth_user_id',
    },
  },
  fields: {
    object_type: contentType({
      null: true,
      blank: true,
      onDelete: 'cascade',
      relatedName: 'jobs',
      rest: { readOnly: true, allowNull: false },
    }),
    object_id: integer({ null: true, blank: true, bits: 64, positive: true }),
    object: generic('object_type', 'object_id'),
    name: text({ max: 200 }),
    status: choice(jobStatus, { filter: { nullWord: false }, default: 'pending', max: 30, rest: { readOnly: true } }),
    created: dateTime({ blank: true, editable: false, filter: { lookups: false, one: true } }),
    scheduled: dateTime({ null: true, blank: true, filter: { lookups: false, one: true } }),
    interval: integer({ null: true, blank: true, positive: true, minimum: 1 }),
    started: dateTime({ null: true, blank: true, filter: { lookups: false, one: true } }),
    completed: dateTime({ null: true, blank: true, filter: { lookups: false, one: true } }),
    execution_time: duration({ null: true, blank: true, editable: false }),
    user: foreignKey('users.user', {
      null: true,
      blank: true,
      onDelete: 'set null',
      rest: { readOnly: true, allowNull: false },
      filter: { by: 'username' },
    }),
    data: json({ null: true, blank: true }),
    error: longText({ blank: true, editable: false }),
    job_id: uuid({ unique: true }),
    queue_name: text({ blank: true, max: 100, filter: { one: true } }),
    notifications: choice(jobNotification, {
      filter: { nullWord: false },
      default: 'always',
      max: 30,
      rest: { readOnly: true },
    }),
    log_entries: array(json(), { blank: true, default: [] }),
  },
  graphql: false,
});
