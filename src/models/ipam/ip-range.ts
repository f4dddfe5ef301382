import { boolean } from '#fields/boolean/boolean.ts';
import { choice } from '#fields/choice/choice.ts';
import { computed } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { ipAddress } from '#fields/ip-address/ip-address.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { behaviour, numberFilter } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { ipAddressFamily, ipRangeStatus } from './choices.ts';

export const ipRange = model('ipam.iprange', {
  features: [...standard, 'contacts'],
  rest: 'ipam/ip-ranges',
  className: 'IPRange',
  description: 'Addresses from one to another, such as a pool of DHCP.',
  label: 'IP range',
  ordering: ['vrf!', 'start_address', 'pk'],
  display: { by: 'addressRange' },
  brief: 'family start_address end_address description',
  quickSearch: [
    'description',
    ['start_address', 'contains'],
    ['end_address', 'contains'],
    ['start_address', 'exact'],
    ['end_address', 'exact'],
  ],
  filters: {
    family: numberFilter('start_address', { lookup: 'family', lookups: false, one: true }),
    start_address: behaviour('filterAddress', 'text'),
    end_address: behaviour('filterAddress', 'text'),
    contains: behaviour('searchContains', 'text', { one: true }),
    parent: behaviour('searchByParent', 'text'),
  },
  list: {
    columns:
      'pk id start_address end_address size vrf status role tenant tenant_group mark_populated mark_utilized utilization description contacts comments tags created last_updated',
    default: 'pk start_address end_address size vrf status role tenant description',
  },
  form: {
    '': 'start_address end_address status role vrf mark_populated mark_utilized',
  },
  indexes: [
    { name: 'ipam_iprange_start_host', expressions: ['((host(start_address))::inet)'] },
    { name: 'ipam_iprange_end_host', expressions: ['((host(end_address))::inet)'] },
  ],
  fields: {
    family: computed('family', 'any', { choices: ipAddressFamily }),
    start_address: ipAddress({ search: 100, filter: false }),
    end_address: ipAddress({ search: 300, filter: false }),
    size: integer({ editable: false, positive: true }),
    vrf: foreignKey('ipam.vrf', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'ip_ranges',
      filter: { by: 'rd' },
    }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'ip_ranges',
    }),
    status: choice(ipRangeStatus, { filter: { nullWord: false }, default: 'active', clone: true }),
    role: foreignKey('ipam.role', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'set null',
      relatedName: 'ip_ranges',
    }),
    description: text({ blank: true, clone: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    mark_populated: boolean({ default: false, clone: true }),
    mark_utilized: boolean({ default: false, clone: true }),
  },
  graphql: {
    filters:
      'parent=within(start_address,end_address):[String!] contains=spans(start_address,end_address):[String!] -role_id -mark_populated',
  },
});
