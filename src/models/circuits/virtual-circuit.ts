import { choice } from '#fields/choice/choice.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, genericReverse } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { circuitStatus } from './choices.ts';

export const virtualCircuit = model('circuits.virtualcircuit', {
  features: [...standard, 'contacts'],
  rest: 'circuits/virtual-circuits',
  className: 'VirtualCircuit',
  description: 'A connection across a provider’s network between two or more of our interfaces.',
  ordering: ['provider_network', 'provider_account', 'cid'],
  display: '{cid}',
  brief: 'provider_network cid description',
  quickSearch: ['cid', 'description', 'comments'],
  filters: {
    contact: false,
    contact_role: false,
    contact_group: false,
    provider_id: related('provider_network.provider'),
    provider: related('provider_network.provider', { by: 'slug' }),
  },
  list: {
    columns:
      'pk id cid provider provider_account provider_network type status tenant tenant_group description comments contacts tags created last_updated assignments',
    default: 'pk cid provider provider_account provider_network type status tenant termination_count description',
    far: {
      provider: 'provider_network/provider',
      assignments: 'circuits.circuitgroupassignment@member',
      termination_count: '#circuits.virtualcircuittermination@virtual_circuit',
    },
  },
  constraints: [
    { name: 'circuits_virtualcircuit_unique_provider_network_cid', fields: ['provider_network', 'cid'] },
    { name: 'circuits_virtualcircuit_unique_provideraccount_cid', fields: ['provider_account', 'cid'] },
  ],
  indexes: [{ name: 'circuits_vi_provide_989efa_idx', fields: ['provider_network', 'provider_account', 'cid'] }],
  fields: {
    cid: text({ label: 'Circuit ID', search: 100, max: 100 }),
    provider_network: foreignKey('circuits.providernetwork', {
      clone: true,
      onDelete: 'protect',
      relatedName: 'virtual_circuits',
      filter: { by: false },
    }),
    provider_account: foreignKey('circuits.provideraccount', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'virtual_circuits',
      filter: { by: 'account' },
      rest: { absent: null },
    }),
    type: foreignKey('circuits.virtualcircuittype', { onDelete: 'protect', relatedName: 'virtual_circuits' }),
    status: choice(circuitStatus, { filter: { nullWord: false }, default: 'active', clone: true }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'virtual_circuits',
    }),
    description: text({ blank: true, clone: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    group_assignments: genericReverse('circuits.circuitgroupassignment'),
  },
  graphql: { fields: 'terminations', filters: 'status:StatusBaseFilterLookup -contacts' },
});
