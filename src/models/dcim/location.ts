import { choice } from '#fields/choice/choice.ts';
import { computed, relatedCount, treeCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, genericReverse } from '#fields/relation/relation.ts';
import { slug } from '#fields/slug/slug.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { sortPath, treePath } from '#fields/tree-path/tree-path.ts';
import { standard } from '#registry/features.ts';
import { related, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { locationStatus } from './choices/sites.ts';

export const location = model('dcim.location', {
  features: [...standard, 'contacts', 'imageAttachments'],
  rest: 'dcim/locations',
  className: 'Location',
  description: 'A part of a site: a building, a floor, a room; it may be part of another.',
  ordering: ['site', 'sort_path'],
  display: '{name}',
  brief: 'name slug description rack_count _depth',
  shapes: { nested: 'display_url name slug _depth' },
  quickSearch: ['name', 'slug', 'description', 'comments', 'facility'],
  filters: {
    region_id: tree('site.region'),
    region: tree('site.region', { by: 'slug' }),
    site_group_id: tree('site.group'),
    site_group: tree('site.group', { by: 'slug' }),
    parent_id: related('parent'),
    parent: related('parent', { by: 'slug' }),
    ancestor_id: tree('parent'),
    ancestor: tree('parent', { by: 'slug' }),
  },
  list: {
    columns:
      'pk id name parent site status facility tenant tenant_group rack_count device_count description slug comments contacts tags actions created last_updated vlangroup_count',
    default: 'pk name site status facility tenant rack_count device_count vlangroup_count description',
    far: {
      vlangroup_count: '#ipam.vlangroup@scope',
    },
  },
  constraints: [
    { name: 'dcim_location_parent_name', fields: ['site', 'parent', 'name'], nullsEqual: true },
    { name: 'dcim_location_parent_slug', fields: ['site', 'parent', 'slug'], nullsEqual: true },
  ],
  indexes: [
    { name: 'dcim_location_path_gist', fields: ['path'], method: 'gist' },
    { name: 'dcim_location_sort_path_idx', fields: ['sort_path'] },
  ],
  fields: {
    name: text({ search: 100, max: 100 }),
    slug: slug({ search: 110, index: true }),
    site: foreignKey('dcim.site', { clone: true, relatedName: 'locations' }),
    parent: foreignKey('dcim.location', {
      rest: { absent: null },
      null: true,
      blank: true,
      clone: true,
      relatedName: 'children',
      shape: 'nested',
      filter: false,
    }),
    status: choice(locationStatus, { filter: { nullWord: false }, default: 'active', clone: true }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'locations',
    }),
    facility: text({ blank: true, clone: true, search: 100, max: 50 }),
    description: text({ blank: true, clone: true, search: 500, max: 200 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    rack_count: treeCount('dcim.rack', 'location'),
    device_count: treeCount('dcim.device', 'location'),
    prefix_count: relatedCount('ipam.prefix', '_location'),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    _depth: computed('depth', 'integer'),
    path: treePath({ blank: true, default: '', editable: false }),
    sort_path: sortPath({ blank: true, default: '', editable: false }),
    prefixes: genericReverse('ipam.prefix'),
    vlan_groups: genericReverse('ipam.vlangroup'),
  },
  graphql: {
    fields:
      'vlan_groups powerpanel_set cabletermination_set racks devices children clusters=cluster_set:[ClusterType!]! circuit_terminations[]',
    filters: '-parent -comments',
  },
});
