import { choice } from '#fields/choice/choice.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { singleFilter, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { contactPriority } from './choices.ts';

export const contactAssignment = model('tenancy.contactassignment', {
  features: ['changeLogging', 'customFields', 'customValidation', 'eventRules', 'exportTemplates', 'tags'],
  rest: 'tenancy/contact-assignments',
  className: 'ContactAssignment',
  description: 'Who is the contact for an object, in what role.',
  ordering: ['contact', 'priority', 'role', 'pk'],
  display: ['{contact} ({priority:label}) -> {object}', '{contact} -> {object}'],
  changesOf: ['object'],
  brief: 'contact role priority',
  without: ['display_url'],
  quickSearch: ['contact.name', 'role.name'],
  filters: {
    object_type_id: singleFilter('object_type', { lookups: ['n'] }),
    group_id: tree('contact.groups'),
    group: tree('contact.groups', { by: 'slug' }),
  },
  list: {
    columns:
      'pk object_type object contact role priority contact_title contact_phone contact_email contact_address contact_link contact_description contact_groups tags actions',
    default: 'pk object_type object contact role priority contact_email contact_phone',
    far: {
      contact_title: 'contact/title',
      contact_phone: 'contact/phone',
      contact_email: 'contact/email',
      contact_address: 'contact/address',
      contact_link: 'contact/link',
      contact_description: 'contact/description',
      contact_groups: 'contact/groups',
    },
  },
  constraints: [
    {
      name: 'tenancy_contactassignment_unique_object_contact_role',
      fields: ['object_type', 'object_id', 'contact', 'role'],
    },
  ],
  indexes: [
    { name: 'tenancy_con_contact_23011f_idx', fields: ['contact', 'priority', 'role', 'id'] },
    { name: 'tenancy_con_object__6f20f7_idx', fields: ['object_type', 'object_id'] },
  ],
  database: {
    names: {
      tenancy_contactassignment_object_type_id_48881567: 'tenancy_contactassignment_content_type_id_0c3f0c67',
    },
  },
  fields: {
    object_type: contentType({ onDelete: 'cascade', relatedName: 'contactassignment_set' }),
    object_id: integer({ bits: 64, positive: true }),
    object: generic('object_type', 'object_id'),
    contact: foreignKey('tenancy.contact', {
      onDelete: 'protect',
      relatedName: 'assignments',
      filter: { by: false },
      form: { narrow: { contact_group: 'groups' } },
    }),
    role: foreignKey('tenancy.contactrole', {
      onDelete: 'protect',
      relatedName: 'assignments',
      rest: { required: false, allowNull: true },
    }),
    priority: choice(contactPriority, {
      null: true,
      blank: true,
      rest: { absent: '', allowNull: false },
      filter: { kind: 'choice' },
    }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { fields: 'contact? role? -changelog' },
});
