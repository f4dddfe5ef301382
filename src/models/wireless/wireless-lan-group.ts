import { computed, treeCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { slug } from '#fields/slug/slug.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { sortPath, treePath } from '#fields/tree-path/tree-path.ts';
import { standard } from '#registry/features.ts';
import { related, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const wirelessLANGroup = model('wireless.wirelesslangroup', {
  features: standard,
  rest: 'wireless/wireless-lan-groups',
  className: 'WirelessLANGroup',
  description: 'Wireless LANs that belong together; it may be part of another.',
  label: 'wireless LAN group',
  ordering: ['sort_path'],
  display: '{name}',
  brief: 'name slug description wirelesslan_count _depth',
  shapes: { nested: 'display_url name slug _depth' },
  quickSearch: ['name', 'slug', 'description', 'comments'],
  filters: {
    parent_id: related('parent'),
    parent: related('parent', { by: 'slug' }),
    ancestor_id: tree('parent'),
    ancestor: tree('parent', { by: 'slug' }),
  },
  list: {
    columns: 'pk name parent slug description comments tags wirelesslan_count created last_updated actions',
    default: 'pk name wirelesslan_count description',
  },
  indexes: [
    { name: 'wireless_lan_grp_path_gist', fields: ['path'], method: 'gist' },
    { name: 'wireless_lan_grp_sort_idx', fields: ['sort_path'] },
  ],
  fields: {
    name: text({ unique: true, search: 100, natural: true, max: 100 }),
    slug: slug({ unique: true, search: 110 }),
    parent: foreignKey('wireless.wirelesslangroup', {
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
    wirelesslan_count: treeCount('wireless.wirelesslan', 'group'),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    _depth: computed('depth', 'integer'),
    path: treePath({ blank: true, default: '', editable: false }),
    sort_path: sortPath({ blank: true, default: '', editable: false, natural: true }),
  },
  graphql: { fields: 'wireless_lans children', filters: '-parent -comments' },
});
