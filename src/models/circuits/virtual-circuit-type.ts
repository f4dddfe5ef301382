import { color } from '#fields/color/color.ts';
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

export const virtualCircuitType = model('circuits.virtualcircuittype', {
  features: standard,
  rest: 'circuits/virtual-circuit-types',
  className: 'VirtualCircuitType',
  description: 'What virtual circuits are for or made of.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name slug description virtual_circuit_count',
  quickSearch: ['name', 'slug', 'description'],
  list: {
    columns: 'pk id name virtual_circuit_count color description slug tags created last_updated actions',
    default: 'pk name virtual_circuit_count color description',
  },
  fields: {
    name: text({ unique: true, search: 100, max: 100 }),
    slug: slug({ unique: true, search: 110 }),
    color: color({ blank: true }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    virtual_circuit_count: relatedCount('circuits.virtualcircuit', 'type'),
  },
  graphql: { fields: 'virtual_circuits' },
});
