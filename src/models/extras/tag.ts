import { color } from '#fields/color/color.ts';
import { relatedCount } from '#fields/computed/computed.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey, manyToMany } from '#fields/relation/relation.ts';
import { slug } from '#fields/slug/slug.ts';
import { text } from '#fields/text/text.ts';
import { behaviour, related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const tag = model('extras.tag', {
  features: ['changeLogging', 'cloning', 'customValidation', 'eventRules', 'exportTemplates'],
  rest: 'extras/tags',
  className: 'Tag',
  description: 'A word in a colour that objects are marked with.',
  ordering: ['weight', 'name'],
  display: '{name}',
  brief: 'name slug color description',
  shapes: { nested: 'display_url name slug color' },
  quickSearch: ['name', 'slug', 'description'],
  filters: {
    object_types: related('object_types'),
    content_type: behaviour('contentType', 'text'),
    content_type_id: behaviour('contentTypeId', 'number'),
    for_object_type_id: behaviour('forObjectType', 'number'),
  },
  list: {
    columns: 'pk id name items slug color weight description object_types created last_updated actions',
    default: 'pk name items slug color description',
  },
  indexes: [{ name: 'extras_tag_weight_d99f50_idx', fields: ['weight', 'name'] }],
  fields: {
    name: text({ unique: true, search: 100, max: 100 }),
    slug: slug({ unique: true, search: 110 }),
    color: color({ default: '9e9e9e', clone: true }),
    description: text({ blank: true, clone: true, search: 500, max: 200 }),
    weight: integer({ default: 1000, bits: 16, positive: true }),
    object_types: manyToMany('contenttypes.contenttype', {
      blank: true,
      clone: true,
      relatedName: '_extras_tag_object_types_+',
    }),
    tagged_items: relatedCount('extras.taggeditem', 'tag'),
    created: created(),
    last_updated: lastUpdated(),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect', rest: false, aside: true }),
  },
  graphql: { filters: '-weight -object_types' },
});
