import { relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, genericReverse } from '#fields/relation/relation.ts';
import { slug } from '#fields/slug/slug.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';

export const clusterGroup = model('virtualization.clustergroup', {
  features: [...standard, 'contacts'],
  rest: 'virtualization/cluster-groups',
  className: 'ClusterGroup',
  description: 'Clusters that belong together.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name slug description cluster_count',
  quickSearch: ['name', 'slug', 'description'],
  list: {
    columns: 'pk id name slug cluster_count description comments contacts tags created last_updated actions',
    default: 'pk name cluster_count description',
  },
  fields: {
    name: text({ unique: true, search: 100, max: 100 }),
    slug: slug({ unique: true, search: 110 }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    cluster_count: relatedCount('virtualization.cluster', 'group'),
    vlan_groups: genericReverse('ipam.vlangroup'),
  },
  graphql: { fields: 'vlan_groups clusters' },
});
