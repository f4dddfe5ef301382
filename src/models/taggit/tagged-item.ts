import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { model } from '#registry/model.ts';

export const taggedItem = model('taggit.taggeditem', {
  key: 'integer',
  className: 'TaggedItem',
  description: 'An object’s tag of the library beneath; unused.',
  constraints: [
    {
      name: 'taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uniq',
      fields: ['content_type', 'object_id', 'tag'],
    },
  ],
  indexes: [{ name: 'taggit_tagg_content_8fc721_idx', fields: ['content_type', 'object_id'] }],
  fields: {
    tag: foreignKey('taggit.tag', { relatedName: 'taggit_taggeditem_items', filter: false }),
    content_type: contentType({ onDelete: 'cascade', relatedName: 'taggit_taggeditem_tagged_items', filter: false }),
    object_id: integer({ index: true, filter: false }),
    content_object: generic('content_type', 'object_id'),
  },
  graphql: false,
});
