import { array } from '#fields/array/array.ts';
import { boolean } from '#fields/boolean/boolean.ts';
import { choice } from '#fields/choice/choice.ts';
import { computed } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { json } from '#fields/json/json.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, manyToMany } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { behaviour, contentTypeFilter, related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { eventRuleAction, eventType } from './choices.ts';

export const eventRule = model('extras.eventrule', {
  features: ['changeLogging', 'customFields', 'customValidation', 'eventRules', 'exportTemplates', 'tags'],
  rest: 'extras/event-rules',
  className: 'EventRule',
  description: 'What is to be done when objects change: a webhook, a script, a notification.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'description', 'comments'],
  filters: {
    object_type_id: related('object_types'),
    object_type: contentTypeFilter('object_types', {
      lookups: ['n', 'ic', 'nic', 'iew', 'niew', 'isw', 'nisw', 'ie', 'nie', 'regex', 'iregex'],
    }),
    event_type: behaviour('filterEventType', 'text'),
    action_is_available: behaviour('filterActionIsAvailable', 'boolean'),
  },
  list: {
    columns:
      'pk id name enabled description action_type action_object object_types event_types tags created last_updated',
    default: 'pk name enabled action_type action_object object_types event_types',
  },
  form: {
    '': 'name object_types enabled',
    When: 'event_types conditions',
    Then: 'action_type action_object action_data',
  },
  indexes: [{ name: 'extras_even_action__d9e2af_idx', fields: ['action_object_type', 'action_object_id'] }],
  database: {
    names: {
      extras_eventrule_obj_eventrule_id_3fe741c6_fk_extras_ev:
        'extras_eventrule_con_eventrule_id_c177fa54_fk_extras_ev',
      extras_eventrule_object__eventrule_id_contenttype_bad3cdac_uniq:
        'extras_eventrule_content_eventrule_id_contenttype_4da93239_uniq',
      extras_eventrule_object_types_contenttype_id_1ec4bbcc: 'extras_eventrule_content_types_contenttype_id_a704fd34',
      extras_eventrule_object_types_eventrule_id_3fe741c6: 'extras_eventrule_content_types_eventrule_id_c177fa54',
      extras_eventrule_object_types_pkey: 'extras_eventrule_content_types_pkey',
    },
  },
  fields: {
    object_types: manyToMany('contenttypes.contenttype', { relatedName: 'event_rules' }),
    name: text({ unique: true, max: 150 }),
    enabled: boolean({ default: true }),
    event_types: array(choice(eventType, { plain: true })),
    conditions: json({ null: true, blank: true }),
    action_type: choice(eventRuleAction, { default: 'webhook', max: 100, rest: { required: true } }),
    action_object_type: contentType({
      null: true,
      blank: true,
      onDelete: 'cascade',
      relatedName: 'eventrule_actions',
      rest: { types: 'all' },
    }),
    action_object_id: integer({ null: true, blank: true, bits: 64, positive: true }),
    action_object: generic('action_object_type', 'action_object_id'),
    action_is_available: computed('actionIsAvailable', 'boolean'),
    description: text({ blank: true, max: 200 }),
    custom_fields: customFields(),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    tags: tags(),
    created: created(),
    last_updated: lastUpdated(),
    action_data: json({ null: true, blank: true, label: 'Data', rest: false, aside: true }),
    comments: longText({ blank: true, rest: false, aside: true }),
  },
  graphql: {
    fields: '-object_types',
    filters: 'event_types:StringArrayLookup action_object_type_id=action_object_type:ID -object_types',
  },
});
