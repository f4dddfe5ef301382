import { boolean } from '#fields/boolean/boolean.ts';
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

export const rir = model('ipam.rir', {
  features: standard,
  rest: 'ipam/rirs',
  className: 'RIR',
  description: 'A registry that hands out addresses, or a document that sets some apart for private use.',
  label: 'RIR',
  ordering: ['name'],
  display: '{name}',
  brief: 'name slug description aggregate_count',
  quickSearch: ['name', 'slug', 'description'],
  list: {
    columns: 'pk id name slug is_private aggregate_count description comments tags created last_updated actions',
    default: 'pk name is_private aggregate_count description',
  },
  fields: {
    name: text({ unique: true, search: 100, max: 100 }),
    slug: slug({ unique: true, search: 110 }),
    is_private: boolean({ default: false, label: 'Private' }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    aggregate_count: relatedCount('ipam.aggregate', 'rir'),
  },
  graphql: { fields: 'asn_ranges asns aggregates' },
});
