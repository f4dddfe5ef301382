import { relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';

export const cableBundle = model('dcim.cablebundle', {
  features: standard,
  rest: 'dcim/cable-bundles',
  className: 'CableBundle',
  description: 'Cables that run together.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'description', 'comments'],
  list: {
    columns: 'pk id name cable_count description tags created last_updated',
    default: 'pk id name cable_count description',
  },
  fields: {
    name: text({ unique: true, search: 100, max: 100 }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    cable_count: relatedCount('dcim.cable', 'bundle', { rest: { options: 'integer', readOnly: true } }),
  },
  graphql: { fields: 'cables' },
});
