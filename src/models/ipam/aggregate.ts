import { computed } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { date } from '#fields/date/date.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { ipNetwork } from '#fields/ip-network/ip-network.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { behaviour, numberFilter } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { ipAddressFamily } from './choices.ts';

export const aggregate = model('ipam.aggregate', {
  features: [...standard, 'contacts'],
  rest: 'ipam/aggregates',
  className: 'Aggregate',
  description: 'A block of addresses as a registry handed it out: the root of an address plan.',
  ordering: ['prefix', 'pk'],
  display: '{prefix}',
  brief: 'family prefix description',
  quickSearch: ['description', ['prefix', 'contains'], ['prefix', 'net_contains_or_equals']],
  filters: {
    family: numberFilter('prefix', { lookup: 'family', lookups: false, one: true }),
    prefix: behaviour('filterPrefix', 'text', { one: true }),
  },
  list: {
    columns:
      'pk id prefix rir tenant tenant_group child_count utilization date_added description contacts comments tags created last_updated',
    default: 'pk prefix rir tenant child_count utilization date_added description',
  },
  indexes: [{ name: 'ipam_aggreg_prefix_89dd71_idx', fields: ['prefix', 'id'] }],
  fields: {
    family: computed('family', 'any', { choices: ipAddressFamily }),
    prefix: ipNetwork({ search: 120, filter: false }),
    rir: foreignKey('ipam.rir', { clone: true, onDelete: 'protect', relatedName: 'aggregates' }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'aggregates',
    }),
    date_added: date({ null: true, blank: true, clone: true, search: 2000 }),
    description: text({ blank: true, clone: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: {
    fields: 'rir? family:IPAddressFamilyType!',
    filters: 'contains=contains(prefix):[String!] family=family(prefix):IPAddressFamilyEnum',
  },
});
