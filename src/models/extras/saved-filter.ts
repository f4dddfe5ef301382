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
    }),
    weight: integer({ default: 100, clone: true, bits: 16, positive: true }),
    enabled: boolean({ default: true, clone: true }),
    shared: boolean({ default: true }),
    parameters: json({ clone: true, rest: { required: true } }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    created: created(),
    last_updated: lastUpdated(),
  },
});
