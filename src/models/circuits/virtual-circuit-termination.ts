import { choice } from '#fields/choice/choice.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { foreignKey, oneToOne } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { virtualCircuitTerminationRole } from './choices.ts';

export const virtualCircuitTermination = model('circuits.virtualcircuittermination', {
  features: [
    'changeLogging',
    'customFields',
    'customLinks',
    'customValidation',
    'eventRules',
    'exportTemplates',
    'tags',
  ],
  rest: 'circuits/virtual-circuit-terminations',
  className: 'VirtualCircuitTermination',
  description: 'The interface at which a virtual circuit comes out, and its part in it.',
  ordering: ['virtual_circuit', 'role', 'pk'],
  display: '{virtual_circuit}: {role:label} termination',
  changesOf: ['virtual_circuit'],
  brief: 'virtual_circuit role interface description',
  quickSearch: ['virtual_circuit.cid', 'description'],
  filters: {
    provider_id: related('virtual_circuit.provider_network.provider'),
    provider: related('virtual_circuit.provider_network.provider', { by: 'slug' }),
    provider_account_id: related('virtual_circuit.provider_account'),
    provider_account: related('virtual_circuit.provider_account', { by: 'account' }),
    provider_network_id: related('virtual_circuit.provider_network'),
  },
  list: {
    columns:
      'pk id virtual_circuit provider provider_network provider_account role interface description created last_updated actions',
    default: 'pk id virtual_circuit role device interface description',
    far: {
      provider: 'virtual_circuit/provider_network/provider',
      provider_account: 'virtual_circuit/provider_account',
      device: 'interface/device',
    },
  },
  indexes: [{ name: 'circuits_vi_virtual_4b5c0c_idx', fields: ['virtual_circuit', 'role', 'id'] }],
  fields: {
    virtual_circuit: foreignKey('circuits.virtualcircuit', { relatedName: 'terminations' }),
    role: choice(virtualCircuitTerminationRole, { filter: { nullWord: false }, default: 'peer' }),
    interface: oneToOne('dcim.interface', {
      relatedName: 'virtual_circuit_termination',
      filter: { by: false },
      form: { pick: { kind: '=virtual', virtual_circuit_termination_id: '=null' } },
    }),
    description: text({ blank: true, search: 500, max: 200 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
});
