import { slug } from '#fields/slug/slug.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';

export const tag = model('taggit.tag', {
  key: 'integer',
  className: 'Tag',
  description: 'A tag of the library beneath; unused.',
  display: '{name}',
  shapes: { nested: 'display_url name slug color' },
  fields: {
    name: text({ unique: true, max: 100, filter: false }),
    slug: slug({ unique: true, filter: false }),
  },
  graphql: false,
});
