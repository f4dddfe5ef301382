import { boolean } from '#fields/boolean/boolean.ts';
import { choice } from '#fields/choice/choice.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, manyToMany } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { contentTypeFilter, related, textFilter } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { customLinkButtonClass } from './choices.ts';

export const customLink = model('extras.customlink', {
  features: ['changeLogging', 'cloning', 'customValidation', 'eventRules', 'exportTemplates'],
  rest: 'extras/custom-links',
  className: 'CustomLink',
  description: 'A link to elsewhere on objects’ pages, made from their values.',
  ordering: ['group_name', 'weight', 'name'],
  display: '{name}',
  brief: 'name',
  quickSearch: ['name', 'link_text', 'link_url', 'group_name'],
  filters: {
    link_text: textFilter('link_text', {
      lookups: ['n', 'ic', 'nic', 'iew', 'niew', 'isw', 'nisw', 'ie', 'nie', 'regex', 'iregex'],
      one: true,
    }),
    link_url: textFilter('link_url', {
      lookups: ['n', 'ic', 'nic', 'iew', 'niew', 'isw', 'nisw', 'ie', 'nie', 'regex', 'iregex'],
      one: true,
    }),
    object_type_id: related('object_types'),
    object_type: contentTypeFilter('object_types', {
      lookups: ['n', 'ic', 'nic', 'iew', 'niew', 'isw', 'nisw', 'ie', 'nie', 'regex', 'iregex'],
    }),
  },
  list: {
    columns:
      'pk id name object_types enabled link_text link_url weight group_name button_class new_window created last_updated',
    default: 'pk name object_types enabled group_name button_class new_window',
  },
  form: {
    '': 'name object_types group_name weight button_class enabled new_window',
    Templates: 'link_text link_url',
  },
  indexes: [{ name: 'extras_cust_group_n_5a8be0_idx', fields: ['group_name', 'weight', 'name'] }],
  database: {
    names: {
      extras_customlink_ob_customlink_id_e963ac7b_fk_extras_cu:
        'extras_customlink_co_customlink_id_229ba2bc_fk_extras_cu',
      extras_customlink_object_customlink_id_contenttyp_e9880c50_uniq:
        'extras_customlink_conten_customlink_id_contenttyp_518ef1b8_uniq',
      extras_customlink_object_types_contenttype_id_600977f4: 'extras_customlink_content_types_contenttype_id_df5f34c2',
      extras_customlink_object_types_customlink_id_e963ac7b: 'extras_customlink_content_types_customlink_id_229ba2bc',
      extras_customlink_object_types_pkey: 'extras_customlink_content_types_pkey',
    },
  },
  fields: {
    object_types: manyToMany('contenttypes.contenttype', { clone: true, relatedName: 'custom_links' }),
    name: text({ unique: true, max: 100 }),
    enabled: boolean({ default: true, clone: true }),
    link_text: longText(),
    link_url: longText(),
    weight: integer({ default: 100, clone: true, bits: 16, positive: true }),
    group_name: text({ blank: true, clone: true, max: 50 }),
    button_class: choice(customLinkButtonClass, {
      plain: true,
      default: 'default',
      clone: true,
      max: 30,
      filter: { kind: 'choice' },
    }),
    new_window: boolean({ default: false, clone: true }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { fields: '-object_types', filters: '-object_types' },
});
