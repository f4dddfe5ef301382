import { array } from '#fields/array/array.ts';
import { computed, relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { integerRange } from '#fields/integer-range/integer-range.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { slug } from '#fields/slug/slug.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { behaviour, numberFilter } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const vlanGroup = model('ipam.vlangroup', {
  features: standard,
  rest: 'ipam/vlan-groups',
  className: 'VLANGroup',
  description: 'VLANs among which numbers and names are unique, and the numbers that they may have.',
  label: 'VLAN group',
  ordering: ['name', 'pk'],
  display: '{name}',
  brief: 'name slug description vlan_count',
  quickSearch: ['name', 'description'],
  filters: {
    region: behaviour('filterScope', 'number'),
    site_group: behaviour('filterScope', 'number'),
    site: behaviour('filterScope', 'number'),
    location: behaviour('filterScope', 'number'),
    rack_group: behaviour('filterScope', 'number'),
    rack: behaviour('filterScope', 'number'),
    cluster_group: behaviour('filterScope', 'number'),
    cluster: behaviour('filterScope', 'number'),
    contains_vid: numberFilter('vid_ranges', { lookup: 'range_contains', lookups: false, one: true }),
  },
  list: {
    columns:
      'pk id name slug description scope_type scope vid_ranges_list vlan_count total_vlan_ids tenant tenant_group comments tags created last_updated actions utilization',
    default: 'pk name scope_type scope vlan_count utilization tenant description',
  },
  form: {
    '': 'name slug vid_ranges',
    Scope: 'scope',
  },
  constraints: [
    { name: 'ipam_vlangroup_unique_scope_name', fields: ['scope_type', 'scope_id', 'name'] },
    { name: 'ipam_vlangroup_unique_scope_slug', fields: ['scope_type', 'scope_id', 'slug'] },
  ],
  indexes: [
    { name: 'ipam_vlangr_name_ffa83e_idx', fields: ['name', 'id'] },
    { name: 'ipam_vlangr_scope_t_9da557_idx', fields: ['scope_type', 'scope_id'] },
  ],
  database: {
    names: {
      ipam_vlangroup_total_vlan_ids_check: 'ipam_vlangroup__total_vlan_ids_check',
    },
  },
  fields: {
    name: text({ search: 100, natural: true, max: 100 }),
    slug: slug({ search: 110, index: true }),
    scope_type: contentType({
      null: true,
      blank: true,
      onDelete: 'cascade',
      relatedName: 'vlangroup_set',
      rest: { absent: null },
    }),
    scope_id: integer({ rest: { absent: null, unbounded: true }, null: true, blank: true, bits: 64, positive: true }),
    scope: generic('scope_type', 'scope_id'),
    vid_ranges: array(integerRange(), {
      default: [[1, 4094]],
      label: 'VLAN ID ranges',
      rest: { schema: { type: 'array', items: { $ref: 'IntegerRange' } }, options: 'field' },
    }),
    total_vlan_ids: integer({ default: 4094, bits: 64, positive: true, rest: { unbounded: true, readOnly: true } }),
    tenant: foreignKey('tenancy.tenant', { null: true, blank: true, onDelete: 'protect', relatedName: 'vlan_groups' }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    vlan_count: relatedCount('ipam.vlan', 'group'),
    utilization: computed('utilization', 'string'),
  },
  graphql: {
    fields: 'vlans total_vlan_ids:BigInt! scope:VLANGroupScopeType',
    filters:
      'location=scope.location:LocationFilter region=scope.region:RegionFilter site_group=scope.sitegroup:SiteGroupFilter site=scope.site:SiteFilter vid_ranges:IntegerRangeArrayLookup total_vlan_ids:IntComparisonFilterLookup -tenant -tenant_id -tenant_group -tenant_group_id',
    unions: {
      VLANGroupScopeType:
        'virtualization.cluster virtualization.clustergroup dcim.location dcim.rackgroup dcim.rack dcim.region dcim.site dcim.sitegroup',
    },
  },
});
