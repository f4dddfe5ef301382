import { relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, manyToMany, reverse } from '#fields/relation/relation.ts';
import { slug } from '#fields/slug/slug.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { related, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const provider = model('circuits.provider', {
  features: [...standard, 'contacts'],
  rest: 'circuits/providers',
  className: 'Provider',
  description: 'A company that circuits are bought from.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name slug description circuit_count',
  quickSearch: ['name', 'description', 'comments'],
  filters: {
    region_id: tree('circuits.terminations._region'),
    region: tree('circuits.terminations._region', { by: 'slug' }),
    site_group_id: tree('circuits.terminations._site_group'),
    site_group: tree('circuits.terminations._site_group', { by: 'slug' }),
    site_id: related('circuits.terminations._site'),
    site: related('circuits.terminations._site', { by: 'slug' }),
    asn_id: related('asns'),
    asn: related('asns', { by: 'asn' }),
  },
  list: {
    columns:
      'pk id name accounts account_count asns asn_count circuit_count description comments contacts tags created last_updated',
    default: 'pk name account_count circuit_count',
    far: {
      account_count: '#circuits.provideraccount@provider',
      asn_count: '#asns',
    },
  },
  fields: {
    name: text({ unique: true, search: 100, natural: true, max: 100 }),
    slug: slug({ unique: true }),
    accounts: reverse('circuits.provideraccount', 'provider', {
      shape: 'nested',
      rest: { required: false },
      form: false,
    }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    asns: manyToMany('ipam.asn', { blank: true, relatedName: 'providers' }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    circuit_count: relatedCount('circuits.circuit', 'provider'),
  },
  graphql: { fields: 'networks circuits', filters: 'circuits:CircuitFilter' },
});
