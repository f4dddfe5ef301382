import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { slug } from '#fields/slug/slug.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';

export const contactRole = model('tenancy.contactrole', {
  features: standard,
  rest: 'tenancy/contact-roles',
  className: 'ContactRole',
  description: 'What contacts are for: operations, billing, access to the building.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name slug description',
  quickSearch: ['name', 'slug', 'description'],
  list: {
    columns: 'pk name description comments slug tags created last_updated actions',
    default: 'pk name description',
  },
  fields: {
    name: text({ unique: true, search: 100, max: 100 }),
    slug: slug({ unique: true, search: 110 }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { fields: 'assignments' },
});
