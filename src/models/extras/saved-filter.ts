import { boolean } from '#fields/boolean/boolean.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { json } from '#fields/json/json.ts';
import { foreignKey, manyToMany } from '#fields/relation/relation.ts';
import { slug } from '#fields/slug/slug.ts';
import { text } from '#fields/text/text.ts';
import { behaviour, contentTypeFilter, related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const savedFilter = model('extras.savedfilter', {
  features: ['changeLogging', 'cloning', 'customValidation', 'eventRules', 'exportTemplates'],
  rest: 'extras/saved-filters',
  className: 'SavedFilter',
  description: 'Filters of lists under a name.',
  ordering: ['weight', 'name'],
  display: '{name}',
  brief: 'name slug description',
  quickSearch: ['name', 'description'],
  filters: {
    object_type_id: related('object_types'),
    object_type: contentTypeFilter('object_types', {
      lookups: ['n', 'ic', 'nic', 'iew', 'niew', 'isw', 'nisw', 'ie', 'nie', 'regex', 'iregex'],
    }),
    usable: behaviour('usable', 'boolean'),
  },
  list: {
    columns: 'pk id name slug object_types description user weight enabled shared created last_updated parameters',
    default: 'pk name object_types user description enabled shared',
  },
  indexes: [{ name: 'extras_save_weight_c070c4_idx', fields: ['weight', 'name'] }],
  database: {
    names: {
      extras_savedfilter_o_savedfilter_id_b1485b13_fk_extras_sa:
        'extras_savedfilter_c_savedfilter_id_1631b88b_fk_extras_sa',
      extras_savedfilter_objec_savedfilter_id_contentty_90ab2ba2_uniq:
        'extras_savedfilter_conte_savedfilter_id_contentty_133ba781_uniq',
      extras_savedfilter_object_types_contenttype_id_bbf68799:
        'extras_savedfilter_content_types_contenttype_id_929cea22',
      extras_savedfilter_object_types_pkey: 'extras_savedfilter_content_types_pkey',
      extras_savedfilter_object_types_savedfilter_id_b1485b13:
        'extras_savedfilter_content_types_savedfilter_id_1631b88b',
      extras_savedfilter_user_id_10502e81_fk_users_user_id: 'extras_savedfilter_user_id_10502e81_fk_auth_user_id',
    },
  },
  fields: {
    object_types: manyToMany('contenttypes.contenttype', { clone: true, relatedName: 'saved_filters' }),
    name: text({ unique: true, max: 100 }),
    slug: slug({ unique: true }),
    description: text({ blank: true, max: 200 }),
    user: foreignKey('users.user', {
      null: true,
      blank: true,
      onDelete: 'set null',
      relatedName: 'savedfilter_set',
      filter: { by: 'username' },
      shape: 'key',
    }),
    weight: integer({ default: 100, clone: true, bits: 16, positive: true }),
    enabled: boolean({ default: true, clone: true }),
    shared: boolean({ default: true }),
    parameters: json({ clone: true, rest: { required: true } }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { fields: '-object_types', filters: '-object_types' },
});
