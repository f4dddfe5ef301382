import { computed } from '#fields/computed/computed.ts';
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

export const asnRange = model('ipam.asnrange', {
  features: standard,
  rest: 'ipam/asn-ranges',
  className: 'ASNRange',
  description: 'Numbers that autonomous systems are numbered from.',
  label: 'ASN range',
  ordering: ['name'],
  display: '{name} ({start}-{end})',
  brief: 'name description',
  quickSearch: ['name', 'description'],
  list: {
    columns:
      'pk name slug rir start start_asdot end end_asdot asn_count tenant tenant_group description comments tags created last_updated actions',
    default: 'pk name rir start end tenant asn_count description',
  },
  fields: {
    name: text({ unique: true, search: 100, natural: true, max: 100 }),
    slug: slug({ unique: true }),
    rir: foreignKey('ipam.rir', { onDelete: 'protect', relatedName: 'asn_ranges' }),
    start: integer({ bits: 64, minimum: 1, maximum: 4294967295 }),
    end: integer({ bits: 64, minimum: 1, maximum: 4294967295 }),
    tenant: foreignKey('tenancy.tenant', { null: true, blank: true, onDelete: 'protect', relatedName: 'asn_ranges' }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    asn_count: computed('asnCount', 'integer', { rest: { readOnly: true, writeOnly: true } }),
  },
  graphql: { fields: 'start:BigInt! end:BigInt! rir?' },
});
