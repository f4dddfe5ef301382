import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { email } from '#fields/email/email.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, manyToMany } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { url } from '#fields/url/url.ts';
import { standard } from '#registry/features.ts';
import { tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const contact = model('tenancy.contact', {
  features: standard,
  rest: 'tenancy/contacts',
  className: 'Contact',
  description: 'A person or team, and how to reach it.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'title', 'phone', 'email', 'address', 'link', 'description', 'comments'],
  filters: {
    group_id: tree('groups'),
    group: tree('groups', { by: 'slug' }),
  },
  list: {
    columns:
      'pk name groups title phone email address link description comments assignment_count tags created last_updated',
    default: 'pk name groups assignment_count title phone email',
    far: {
      assignment_count: '#tenancy.contactassignment@contact',
    },
  },
  indexes: [{ name: 'tenancy_con_name_c26153_idx', fields: ['name'] }],
  database: { otherKeyFirst: ['groups'] },
  fields: {
    groups: manyToMany('tenancy.contactgroup', { blank: true, clone: true, relatedName: 'contacts' }),
    name: text({ search: 100, natural: true, max: 100 }),
    title: text({ blank: true, search: 300, max: 100 }),
    phone: text({ blank: true, search: 300, max: 50 }),
    email: email({ blank: true, search: 300 }),
    address: text({ blank: true, search: 300, max: 200, form: { widget: 'lines' } }),
    link: url({ blank: true, search: 300 }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { fields: 'assignments', filters: 'assignments:ContactAssignmentFilter' },
});
