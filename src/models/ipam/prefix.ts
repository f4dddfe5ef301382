import { boolean } from '#fields/boolean/boolean.ts';
import { choice } from '#fields/choice/choice.ts';
import { computed } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { ipNetwork } from '#fields/ip-network/ip-network.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { scopeCopies } from '#models/dcim/scope-copies.ts';
import { standard } from '#registry/features.ts';
import { behaviour, numberFilter, related, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { ipAddressFamily, prefixStatus } from './choices.ts';

export const prefix = model('ipam.prefix', {
  features: [...standard, 'contacts'],
  rest: 'ipam/prefixes',
  className: 'Prefix',
  description: 'A network: an address and the length of its mask, within a VRF.',
  plural: 'prefixes',
  ordering: ['vrf!', 'prefix', 'pk'],
  display: '{prefix}',
  brief: 'family prefix description _depth',
  quickSearch: ['description', ['prefix', 'contains'], ['prefix', 'net_contains_or_equals']],
  filters: {
    region_id: tree('_region'),
    region: tree('_region', { by: 'slug' }),
    site_group_id: tree('_site_group'),
    site_group: tree('_site_group', { by: 'slug' }),
    site_id: related('_site'),
    site: related('_site', { by: 'slug' }),
    location_id: tree('_location'),
    location: tree('_location', { by: 'slug' }),
    family: numberFilter('prefix', { lookup: 'family', lookups: false, one: true }),
    prefix: behaviour('filterPrefix', 'text'),
    within: behaviour('searchWithin', 'text', { one: true }),
    within_include: behaviour('searchWithinInclude', 'text', { one: true }),
    contains: behaviour('searchContains', 'text', { one: true }),
    depth: numberFilter('_depth'),
    children: numberFilter('_children'),
    mask_length: numberFilter('prefix', { lookup: 'net_mask_length', lookups: ['gte', 'lte'] }),
    present_in_vrf_id: behaviour('filterPresentInVrf', 'single', { to: 'ipam.vrf' }),
    present_in_vrf: behaviour('filterPresentInVrf', 'single', { to: 'ipam.vrf', by: 'rd' }),
    vlan_group_id: related('vlan.group'),
    vlan_group: related('vlan.group', { by: 'slug' }),
    vlan_vid: numberFilter('vlan.vid', { one: true }),
  },
  list: {
    columns:
      'pk id prefix prefix_flat status children vrf utilization tenant tenant_group scope scope_type vlan_group vlan role is_pool mark_utilized description contacts comments tags created last_updated',
    default: 'pk prefix status children vrf utilization tenant scope vlan role description',
    far: {
      vlan_group: 'vlan/group',
    },
  },
  form: {
    '': 'prefix status role vrf is_pool mark_utilized',
    Scope: 'scope',
    VLAN: 'vlan',
  },
  indexes: [
    { name: 'ipam_prefix_scope_t_fe84a6_idx', fields: ['scope_type', 'scope_id'] },
    { name: 'ipam_prefix_gist_idx', fields: ['prefix'], method: 'gist', opclass: 'inet_ops' },
  ],
  database: {
    copies: scopeCopies,
  },
  fields: {
    family: computed('family', 'any', { choices: ipAddressFamily }),
    prefix: ipNetwork({ search: 110, filter: false, form: { pattern: true } }),
    vrf: foreignKey('ipam.vrf', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'prefixes',
      filter: { by: 'rd' },
    }),
    scope_type: contentType({ null: true, blank: true, rest: { absent: null } }),
    scope_id: integer({ rest: { absent: null, unbounded: true }, null: true, blank: true, bits: 64, positive: true }),
    scope: generic('scope_type', 'scope_id'),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'prefixes',
    }),
    vlan: foreignKey('ipam.vlan', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'prefixes',
      filter: { by: false },
      form: { pick: { available_at_site: 'scope:dcim.site' }, narrow: { vlan_group: 'many: group' } },
    }),
    status: choice(prefixStatus, { filter: { nullWord: false }, default: 'active', clone: true }),
    role: foreignKey('ipam.role', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'set null',
      relatedName: 'prefixes',
    }),
    is_pool: boolean({ default: false, label: 'Is a pool', clone: true }),
    mark_utilized: boolean({ default: false, clone: true }),
    description: text({ blank: true, clone: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    children: computed('children', 'integer'),
    _depth: integer({ default: 0, editable: false, bits: 16, positive: true, filter: false }),
    _location: foreignKey('dcim.location', { null: true, blank: true, relatedName: 'prefix_set', rest: false }),
    _site: foreignKey('dcim.site', { null: true, blank: true, relatedName: 'prefix_set', rest: false }),
    _region: foreignKey('dcim.region', {
      null: true,
      blank: true,
      onDelete: 'set null',
      relatedName: 'prefix_set',
      rest: false,
    }),
    _site_group: foreignKey('dcim.sitegroup', {
      null: true,
      blank: true,
      onDelete: 'set null',
      relatedName: 'prefix_set',
      rest: false,
    }),
    _children: integer({ default: 0, editable: false, bits: 64, positive: true, rest: false, filter: false }),
  },
  graphql: {
    fields: 'family:IPAddressFamilyType! scope:PrefixScopeType',
    filters: 'contains=contains(prefix):[String!] family=family(prefix):IPAddressFamilyEnum',
    unions: { PrefixScopeType: 'dcim.location dcim.region dcim.sitegroup dcim.site' },
  },
});
