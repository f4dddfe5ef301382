import { relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { slug } from '#fields/slug/slug.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';

export const role = model('ipam.role', {
  features: standard,
  rest: 'ipam/roles',
  className: 'Role',
  description: 'What prefixes and VLANs are for.',
  ordering: ['weight', 'name'],
  display: '{name}',
  brief: 'name slug description prefix_count vlan_count asn_count',
  quickSearch: ['name', 'slug', 'description'],
  list: {
    columns:
      'pk id name slug prefix_count iprange_count vlan_count asn_count description weight comments tags created last_updated actions',
    default: 'pk name prefix_count iprange_count vlan_count asn_count description',
    far: {
      iprange_count: '#ipam.iprange@role',
    },
  },
  indexes: [{ name: 'ipam_role_weight_01396b_idx', fields: ['weight', 'name'] }],
  fields: {
    name: text({ unique: true, search: 100, max: 100 }),
    slug: slug({ unique: true, search: 110 }),
    weight: integer({ default: 1000, bits: 16, positive: true }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    prefix_count: relatedCount('ipam.prefix', 'role'),
    vlan_count: relatedCount('ipam.vlan', 'role'),
    asn_count: relatedCount('ipam.asn', 'role'),
  },
  graphql: { fields: 'prefixes ip_ranges vlans' },
});
