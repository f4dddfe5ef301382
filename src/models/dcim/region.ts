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

export const region = model('dcim.region', {
  features: [...standard, 'contacts'],
  rest: 'dcim/regions',
  className: 'Region',
  description: 'A part of the world that sites lie in; it may lie in another.',
  ordering: ['sort_path'],
  display: '{name}',
  brief: 'name slug description site_count _depth',
  shapes: { nested: 'display_url name slug _depth' },
  quickSearch: ['name', 'slug', 'description', 'comments'],
  filters: {
    parent_id: related('parent'),
    parent: related('parent', { by: 'slug' }),
    ancestor_id: tree('parent'),
    ancestor: tree('parent', { by: 'slug' }),
  },
  list: {
    columns: 'pk id name parent slug site_count description comments contacts tags created last_updated actions',
    default: 'pk name site_count description',
  },
  constraints: [
    { name: 'dcim_region_parent_name', fields: ['parent', 'name'], nullsEqual: true },
    { name: 'dcim_region_parent_slug', fields: ['parent', 'slug'], nullsEqual: true },
  ],
  indexes: [
    { name: 'dcim_region_path_gist', fields: ['path'], method: 'gist' },
    { name: 'dcim_region_sort_path_idx', fields: ['sort_path'] },
  ],
  fields: {
    name: text({ search: 100, max: 100 }),
    slug: slug({ search: 110, index: true }),
    parent: foreignKey('dcim.region', {
      rest: { absent: null },
      null: true,
      blank: true,
      relatedName: 'children',
      shape: 'nested',
      filter: false,
    }),
    description: text({ blank: true, search: 500, max: 200 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    site_count: treeCount('dcim.site', 'region'),
    prefix_count: relatedCount('ipam.prefix', '_region'),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    _depth: computed('depth', 'integer'),
    path: treePath({ blank: true, default: '', editable: false }),
    sort_path: sortPath({ blank: true, default: '', editable: false }),
    prefixes: genericReverse('ipam.prefix'),
    vlan_groups: genericReverse('ipam.vlangroup'),
    clusters: genericReverse('virtualization.cluster'),
    wireless_lans: genericReverse('wireless.wirelesslan'),
  },
  graphql: {
    fields: 'vlan_groups sites children clusters=cluster_set:[ClusterType!]! circuit_terminations[]',
    filters: '-parent -comments -clusters -wireless_lans',
  },
});
