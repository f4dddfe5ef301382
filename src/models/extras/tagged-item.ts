import { computed } from '#fields/computed/computed.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { contentTypeFilter, related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const taggedItem = model('extras.taggeditem', {
  rest: 'extras/tagged-objects',
  readOnly: true,
  public: false,
  className: 'TaggedItem',
  description: 'That an object has a tag.',
  ordering: ['tag.weight', 'tag.name'],
  display: '{content_object} tagged with {tag}',
  brief: 'object_type object_id object tag',
  without: ['display_url'],
  quickSearch: ['tag.name', 'tag.slug', 'tag.description'],
  filters: {
    object_type: contentTypeFilter('content_type'),
    object_type_id: related('content_type'),
  },
  list: { columns: 'id content_type content_object', default: '' },
  indexes: [{ name: 'extras_tagg_content_717743_idx', fields: ['content_type', 'object_id'] }],
  fields: {
    object_type: computed('taggedObjectType', 'any'),
    object_id: integer({ index: true }),
    object: computed('taggedObject', 'any'),
    tag: foreignKey('extras.tag', {
      relatedName: 'extras_taggeditem_items',
      rest: { required: false, readOnly: true },
    }),
    content_type: contentType({
      onDelete: 'cascade',
      relatedName: 'extras_taggeditem_tagged_items',
      rest: false,
      filter: false,
    }),
    content_object: generic('content_type', 'object_id', { rest: false }),
  },
  graphql: false,
});
