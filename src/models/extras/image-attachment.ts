import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { image } from '#fields/image/image.ts';
import { integer } from '#fields/integer/integer.ts';
import { text } from '#fields/text/text.ts';
import { singleFilter } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const imageAttachment = model('extras.imageattachment', {
  features: ['changeLogging', 'customValidation', 'eventRules'],
  rest: 'extras/image-attachments',
  className: 'ImageAttachment',
  description: 'A picture that belongs to an object.',
  ordering: ['name', 'pk'],
  display: { by: 'imageAttachment' },
  changesOf: ['parent'],
  brief: 'name image description',
  without: ['display_url'],
  quickSearch: ['name', 'image', 'description'],
  searchTexts: {
    // Without the model and id that the names of stored files begin with.
    filename: {
      weight: 110,
      of: ['image', 'object_id'],
      text: (image, id) => (image ?? '').replace(/^.*\//, '').replace(new RegExp(`^[a-z0-9]+_${id}_`), ''),
    },
  },
  filters: {
    object_type_id: singleFilter('object_type', { lookups: ['n'] }),
  },
  list: {
    columns: 'pk object_type parent image name filename description image_height image_width size created last_updated',
    default: 'image parent description dimensions size',
  },
  form: {
    '': 'parent image name',
  },
  indexes: [
    { name: 'extras_imag_name_23cd9f_idx', fields: ['name', 'id'] },
    { name: 'extras_imag_object__96bebc_idx', fields: ['object_type', 'object_id'] },
  ],
  database: {
    names: {
      extras_imageattachment_object_type_id_a9400c38: 'extras_imageattachment_content_type_id_90e0643d',
    },
  },
  fields: {
    object_type: contentType({ onDelete: 'cascade', relatedName: 'imageattachment_set', rest: { types: 'all' } }),
    object_id: integer({ bits: 64, positive: true }),
    parent: generic('object_type', 'object_id'),
    name: text({ blank: true, search: 100, max: 50 }),
    image: image(),
    description: text({ blank: true, search: 500, max: 200 }),
    image_height: integer({ bits: 16, positive: true, rest: { required: false, readOnly: true } }),
    image_width: integer({ bits: 16, positive: true, rest: { required: false, readOnly: true } }),
    image_size: integer({
      null: true,
      blank: true,
      bits: 64,
      positive: true,
      rest: { unbounded: true, readOnly: true, allowNull: false },
    }),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { fields: '-changelog', filters: '-description' },
});
