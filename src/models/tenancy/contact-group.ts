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

export const contactGroup = model('tenancy.contactgroup', {
  features: standard,
  rest: 'tenancy/contact-groups',
  className: 'ContactGroup',
  description: 'Contacts that belong together; it may be part of another.',
  ordering: ['sort_path'],
  display: '{name}',
  brief: 'name slug description contact_count _depth',
  shapes: { nested: 'display_url name slug _depth' },
  quickSearch: ['name', 'slug', 'description', 'comments'],
  filters: {
    parent_id: related('parent'),
    parent: related('parent', { by: 'slug' }),
    ancestor_id: tree('parent'),
    ancestor: tree('parent', { by: 'slug' }),
    contact_id: related('contact'),
  },
  list: {
    columns: 'pk name parent contact_count description comments slug tags created last_updated actions',
    default: 'pk name contact_count description',
  },
  constraints: [{ name: 'tenancy_contactgroup_unique_parent_name', fields: ['parent', 'name'] }],
  indexes: [
    { name: 'tenancy_contactgroup_path_gist', fields: ['path'], method: 'gist' },
    { name: 'tenancy_cg_sort_path_idx', fields: ['sort_path'] },
  ],
  fields: {
    name: text({ search: 100, max: 100 }),
    slug: slug({ search: 110, index: true }),
    parent: foreignKey('tenancy.contactgroup', {
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
    contact_count: treeCount('tenancy.contact', 'groups'),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    _depth: computed('depth', 'integer'),
    path: treePath({ blank: true, default: '', editable: false }),
    sort_path: sortPath({ blank: true, default: '', editable: false }),
  },
  graphql: { fields: 'contacts children', filters: '-comments' },
});
