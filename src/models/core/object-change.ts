import { choice } from '#fields/choice/choice.ts';
import { dateTime } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { json } from '#fields/json/json.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { uuid } from '#fields/uuid/uuid.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { objectChangeAction } from './choices.ts';

export const objectChange = model('core.objectchange', {
  rest: 'core/object-changes',
  web: 'core/changelog',
  readOnly: true,
  className: 'ObjectChange',
  description: 'What one request changed about an object: who, when, the values before and after.',
  ordering: ['-time'],
  display: { by: 'objectChange' },
  quickSearch: ['user_name', 'object_repr', 'message'],
  filters: {
    changed_object_type_id: related('changed_object_type'),
  },
  list: {
    columns: 'pk time user_name full_name action changed_object_type object_repr request_id message actions',
    default: 'pk time user_name action changed_object_type object_repr message actions',
  },
  indexes: [
    { name: 'core_object_changed_c227ce_idx', fields: ['changed_object_type', 'changed_object_id'] },
    { name: 'core_object_related_3375d6_idx', fields: ['related_object_type', 'related_object_id'] },
  ],
  database: {
    names: {
      core_object_changed_c227ce_idx: 'core_objectchange_changed_object_type_id_cha_79a9ed1e',
      core_object_related_3375d6_idx: 'core_objectchange_related_object_type_id_rel_a71d604a',
      core_objectchange_changed_object_type__2070ade6_fk_django_co: 'core_objectchange_changed_object_type_id_2070ade6',
      core_objectchange_related_object_type__b80958af_fk_django_co: 'core_objectchange_related_object_type_id_b80958af',
      core_objectchange_user_id_2b2142be_fk_users_user_id: 'core_objectchange_user_id_2b2142be',
    },
  },
  fields: {
    time: dateTime({ blank: true, editable: false, index: true, filter: { kind: 'dateTimeRange' } }),
    user: foreignKey('users.user', {
      null: true,
      blank: true,
      onDelete: 'set null',
      relatedName: 'changes',
      rest: { readOnly: true, allowNull: false },
      filter: { by: 'username' },
    }),
    user_name: text({ editable: false, max: 150 }),
    request_id: uuid({ editable: false, index: true }),
    action: choice(objectChangeAction, { rest: { required: false, readOnly: true }, filter: { kind: 'choice' } }),
    changed_object_type: contentType({ rest: { required: false, readOnly: true } }),
    changed_object_id: integer({ bits: 64, positive: true }),
    changed_object: generic('changed_object_type', 'changed_object_id'),
    object_repr: text({ editable: false, max: 200 }),
    message: text({ blank: true, editable: false, max: 200, filter: false }),
    prechange_data: json({
      by: 'changedData',
      null: true,
      blank: true,
      label: 'Pre-change data',
      editable: false,
      rest: { unordered: true },
    }),
    postchange_data: json({
      by: 'changedData',
      null: true,
      blank: true,
      label: 'Post-change data',
      editable: false,
      rest: { unordered: true },
    }),
    related_object_type: contentType({ null: true, blank: true, rest: false }),
    related_object_id: integer({ null: true, blank: true, bits: 64, positive: true, rest: false }),
    related_object: generic('related_object_type', 'related_object_id', { rest: false }),
  },
  graphql: {
    query: false,
    fields: 'user:DjangoModelType changed_object_type:DjangoModelType! related_object_type:DjangoModelType',
  },
});
