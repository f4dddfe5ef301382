import { relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, reverse } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { related, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

/** `AS64512`, and beyond 16 bits in dots too (RFC 5396). */
function asnText(asn: string | null): string {
  const number = Number(asn);
  return `AS${asn}${number > 65535 ? ` (${Math.floor(number / 65536)}.${number % 65536})` : ''}`;
}

export const asn = model('ipam.asn', {
  features: [...standard, 'contacts'],
  rest: 'ipam/asns',
  className: 'ASN',
  description: 'The number of an autonomous system in BGP.',
  label: 'ASN',
  ordering: ['asn'],
  display: { of: ['asn'], text: asnText },
  searchTexts: { prefixed_name: { weight: 110, of: ['asn'], text: asnText } },
  brief: 'asn description',
  quickSearch: ['description', ['asn', 'exact']],
  filters: {
    contact: false,
    contact_role: false,
    contact_group: false,
    site_group_id: tree('sites.group'),
    site_group: tree('sites.group', { by: 'slug' }),
    site_id: related('sites'),
    site: related('sites', { by: 'slug' }),
    provider_id: related('providers'),
    provider: related('providers', { by: 'slug' }),
  },
  list: {
    columns:
      'pk asn asn_asdot rir role site_count provider_count tenant tenant_group description contacts comments sites tags created last_updated actions',
    default: 'pk asn rir role site_count provider_count sites description tenant',
  },
  fields: {
    asn: integer({ unique: true, search: 100, bits: 64, minimum: 1, maximum: 4294967295 }),
    rir: foreignKey('ipam.rir', {
      onDelete: 'protect',
      relatedName: 'asns',
      rest: { required: false, allowNull: true },
    }),
    role: foreignKey('ipam.role', { null: true, blank: true, onDelete: 'set null', relatedName: 'asns' }),
    tenant: foreignKey('tenancy.tenant', { null: true, blank: true, onDelete: 'protect', relatedName: 'asns' }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    site_count: relatedCount('dcim.site', 'asns'),
    provider_count: relatedCount('circuits.provider', 'asns'),
    sites: reverse('dcim.site', 'asns', { shape: 'ASN', rest: { required: false } }),
  },
  graphql: { fields: 'asn:BigInt! rir? providers', filters: 'sites:SiteFilter providers:ProviderFilter -contacts' },
});
