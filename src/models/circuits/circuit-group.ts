import { relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { slug } from '#fields/slug/slug.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';

export const circuitGroup = model('circuits.circuitgroup', {
  features: standard,
  rest: 'circuits/circuit-groups',
  className: 'CircuitGroup',
  description: 'Circuits that belong together, such as two that back each other up.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name',
  quickSearch: ['name', 'slug', 'description'],
  list: {
    columns:
      'pk name description circuit_group_assignment_count tenant tenant_group comments tags created last_updated actions',
    default: 'pk name description circuit_group_assignment_count',
    far: {
      circuit_group_assignment_count: '#circuits.circuitgroupassignment@group',
    },
  },
  fields: {
    name: text({ unique: true, search: 100, max: 100 }),
    slug: slug({ unique: true, search: 110 }),
    description: text({ blank: true, search: 500, max: 200 }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'circuit_groups',
    }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    circuit_count: relatedCount('circuits.circuitgroupassignment', 'group'),
  },
});
