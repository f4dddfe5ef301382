import { relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { slug } from '#fields/slug/slug.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';

export const rackGroup = model('dcim.rackgroup', {
  features: standard,
  rest: 'dcim/rack-groups',
  className: 'RackGroup',
  description: 'Racks that stand together, such as a row or a cage.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name slug description rack_count',
  quickSearch: ['name', 'slug', 'description'],
  list: {
    columns: 'pk id name rack_count description slug comments tags actions created last_updated',
    default: 'pk name rack_count description',
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
    rack_count: relatedCount('dcim.rack', 'group'),
  },
  graphql: { fields: 'racks' },
});
