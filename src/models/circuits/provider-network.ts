import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';

export const providerNetwork = model('circuits.providernetwork', {
  features: standard,
  rest: 'circuits/provider-networks',
  className: 'ProviderNetwork',
  description: 'A network on a provider’s side whose inside is not documented.',
  ordering: ['provider', 'name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'service_id', 'description', 'comments'],
  list: {
    columns: 'pk id name provider service_id description comments created last_updated tags',
    default: 'pk name provider service_id description',
  },
  constraints: [{ name: 'circuits_providernetwork_unique_provider_name', fields: ['provider', 'name'] }],
  fields: {
    provider: foreignKey('circuits.provider', { onDelete: 'protect', relatedName: 'networks' }),
    name: text({ search: 100, natural: true, max: 100 }),
    service_id: text({ blank: true, search: 200, max: 100 }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { fields: 'circuit_terminations' },
});
