import { capitalized } from '#base/capitalized.ts';
import { boolean } from '#fields/boolean/boolean.ts';
import { choice } from '#fields/choice/choice.ts';
import { computed } from '#fields/computed/computed.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { decimal } from '#fields/decimal/decimal.ts';
import { contentType } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { json } from '#fields/json/json.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, manyToMany } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { contentTypeFilter, related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import {
  customFieldFilterLogic,
  customFieldStatus,
  customFieldType,
  customFieldUIEditable,
  customFieldUIVisible,
} from './choices.ts';

export const customField = model('extras.customfield', {
  features: ['changeLogging', 'cloning', 'customValidation', 'eventRules', 'exportTemplates'],
  rest: 'extras/custom-fields',
  className: 'CustomField',
  description: 'A field of one’s own that objects of chosen kinds have.',
  ordering: ['group_name', 'weight', 'name'],
  display: { of: ['label', 'name'], text: (label, name) => label || capitalized((name ?? '').replaceAll('_', ' ')) },
  brief: 'name description',
  quickSearch: ['name', 'label', 'group_name', 'description', 'comments'],
  filters: {
    object_type_id: related('object_types'),
    object_type: contentTypeFilter('object_types', {
      lookups: ['n', 'ic', 'nic', 'iew', 'niew', 'isw', 'nisw', 'ie', 'nie', 'regex', 'iregex'],
    }),
    related_object_type_id: related('related_object_type'),
  },
  list: {
    columns:
      'pk id name object_types label type related_object_type group_name required unique default description search_weight filter_logic ui_visible ui_editable is_cloneable nulls_first weight choice_set choices validation_minimum validation_maximum validation_regex validation_schema status comments created last_updated',
    default: 'pk name status object_types label group_name type required unique description',
    far: {
      choices: 'choice_set',
    },
  },
  form: {
    '': 'name label type object_types group_name',
    Values:
      'required unique default choice_set related_object_type related_object_filter validation_minimum validation_maximum validation_regex validation_schema',
    Behaviour: 'ui_visible ui_editable filter_logic search_weight weight is_cloneable nulls_first',
  },
  indexes: [{ name: 'extras_cust_group_n_40cb93_idx', fields: ['group_name', 'weight', 'name'] }],
  database: {
    names: {
      extras_customfield_o_customfield_id_84f3ce45_fk_extras_cu:
        'extras_customfield_c_customfield_id_3842aaf3_fk_extras_cu',
      extras_customfield_objec_customfield_id_contentty_be3decdc_uniq:
        'extras_customfield_conte_customfield_id_contentty_51136c2b_uniq',
      extras_customfield_object_types_contenttype_id_d9167062:
        'extras_customfield_content_types_contenttype_id_2997ba90',
      extras_customfield_object_types_customfield_id_84f3ce45:
        'extras_customfield_content_types_customfield_id_3842aaf3',
      extras_customfield_object_types_pkey: 'extras_customfield_content_types_pkey',
      extras_customfield_related_object_type_id_fa9aa45b: 'extras_customfield_object_type_id_489f2239',
    },
  },
  fields: {
    object_types: manyToMany('contenttypes.contenttype', { clone: true, relatedName: 'custom_fields' }),
    type: choice(customFieldType, { default: 'text', clone: true, rest: { required: true } }),
    related_object_type: contentType({
      null: true,
      blank: true,
      clone: true,
      relatedName: 'customfield_set',
      rest: { types: 'all' },
      form: { when: { type: 'object multiobject' } },
    }),
    data_type: computed('dataType', 'any'),
    name: text({ unique: true, search: 100, max: 50 }),
    label: text({ blank: true, search: 100, max: 50 }),
    group_name: text({ blank: true, clone: true, max: 50 }),
    description: text({ blank: true, clone: true, search: 500, max: 200 }),
    required: boolean({ default: false, clone: true }),
    unique: boolean({ default: false, label: 'Must be unique', clone: true }),
    search_weight: integer({ default: 1000, clone: true, bits: 16, positive: true }),
    filter_logic: choice(customFieldFilterLogic, { default: 'loose', clone: true, filter: { kind: 'choice' } }),
    ui_visible: choice(customFieldUIVisible, { default: 'always', clone: true, filter: { kind: 'choice' } }),
    ui_editable: choice(customFieldUIEditable, { default: 'yes', clone: true, filter: { kind: 'choice' } }),
    is_cloneable: boolean({ default: false, clone: true }),
    nulls_first: boolean({ default: true, clone: true }),
    default: json({ null: true, blank: true, clone: true }),
    related_object_filter: json({ null: true, blank: true, form: { when: { type: 'object multiobject' } } }),
    weight: integer({ default: 100, label: 'Display weight', clone: true, bits: 16, positive: true }),
    validation_minimum: decimal({
      null: true,
      blank: true,
      label: 'Minimum value',
      clone: true,
      digits: 16,
      places: 4,
      form: { when: { type: 'integer decimal' } },
    }),
    validation_maximum: decimal({
      null: true,
      blank: true,
      label: 'Maximum value',
      clone: true,
      digits: 16,
      places: 4,
      form: { when: { type: 'integer decimal' } },
    }),
    validation_regex: text({ blank: true, clone: true, max: 500, form: { when: { type: 'text longtext url' } } }),
    validation_schema: json({ null: true, blank: true, clone: true, form: { when: { type: 'json' } } }),
    choice_set: foreignKey('extras.customfieldchoiceset', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'choices_for',
      form: { when: { type: 'select multiselect' } },
    }),
    status: choice(customFieldStatus, { default: 'active', editable: false, filter: { kind: 'choice' } }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { fields: '-object_types', filters: '-validation_schema' },
});
