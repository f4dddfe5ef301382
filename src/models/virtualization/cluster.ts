import { choice } from '#fields/choice/choice.ts';
import { computed, relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, genericReverse } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { scopeCopies } from '#models/dcim/scope-copies.ts';
import { standard } from '#registry/features.ts';
import { related, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { clusterStatus } from './choices.ts';

export const cluster = model('virtualization.cluster', {
  features: [...standard, 'contacts'],
  rest: 'virtualization/clusters',
  className: 'Cluster',
  description: 'Hosts that run virtual machines together.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description virtualmachine_count',
  quickSearch: ['name', 'description', 'comments'],
  filters: {
    region_id: tree('_region'),
    region: tree('_region', { by: 'slug' }),
    site_group_id: tree('_site_group'),
    site_group: tree('_site_group', { by: 'slug' }),
    site_id: related('_site'),
    site: related('_site', { by: 'slug' }),
    location_id: tree('_location'),
    location: tree('_location', { by: 'slug' }),
  },
  list: {
    columns:
      'pk id name type group status tenant tenant_group scope scope_type description comments device_count vm_count contacts tags created last_updated',
    default: 'pk name type group status tenant site device_count vm_count',
  },
  form: {
    '': 'name type group status',
    Scope: 'scope',
  },
  constraints: [
    { name: 'virtualization_cluster_unique_group_name', fields: ['group', 'name'] },
    { name: 'virtualization_cluster_unique__site_name', fields: ['_site', 'name'] },
  ],
  indexes: [{ name: 'virtualizat_scope_t_fb3b6e_idx', fields: ['scope_type', 'scope_id'] }],
  database: {
    copies: scopeCopies,
  },
  fields: {
    name: text({ search: 100, natural: true, max: 100 }),
    type: foreignKey('virtualization.clustertype', { clone: true, onDelete: 'protect', relatedName: 'clusters' }),
    group: foreignKey('virtualization.clustergroup', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'clusters',
      rest: { absent: null },
    }),
    status: choice(clusterStatus, { filter: { nullWord: false }, default: 'active', clone: true }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'clusters',
    }),
    scope_type: contentType({ null: true, blank: true, rest: { absent: null } }),
    scope_id: integer({ rest: { absent: null, unbounded: true }, null: true, blank: true, bits: 64, positive: true }),
    scope: generic('scope_type', 'scope_id'),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    device_count: relatedCount('dcim.device', 'cluster'),
    virtualmachine_count: relatedCount('virtualization.virtualmachine', 'cluster'),
    allocated_vcpus: computed('allocatedVcpus', 'number'),
    allocated_memory: computed('allocatedMemory', 'integer'),
    allocated_disk: computed('allocatedDisk', 'integer'),
    _location: foreignKey('dcim.location', { null: true, blank: true, relatedName: 'cluster_set', rest: false }),
    _site: foreignKey('dcim.site', { null: true, blank: true, relatedName: 'cluster_set', rest: false }),
    _region: foreignKey('dcim.region', {
      null: true,
      blank: true,
      onDelete: 'set null',
      relatedName: 'cluster_set',
      rest: false,
    }),
    _site_group: foreignKey('dcim.sitegroup', {
      null: true,
      blank: true,
      onDelete: 'set null',
      relatedName: 'cluster_set',
      rest: false,
    }),
    vlan_groups: genericReverse('ipam.vlangroup'),
  },
  graphql: {
    fields: 'vlan_groups type? virtual_machines devices scope:ClusterScopeType',
    unions: { ClusterScopeType: 'dcim.location dcim.region dcim.sitegroup dcim.site' },
  },
});
