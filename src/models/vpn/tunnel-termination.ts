import { choice } from '#fields/choice/choice.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { tunnelTerminationRole, tunnelTerminationType } from './choices.ts';

export const tunnelTermination = model('vpn.tunneltermination', {
  features: ['changeLogging', 'customFields', 'customLinks', 'customValidation', 'eventRules', 'tags'],
  rest: 'vpn/tunnel-terminations',
  className: 'TunnelTermination',
  description: 'The interface at which a tunnel ends, and its part in it.',
  ordering: ['tunnel', 'role', 'pk'],
  display: '{tunnel}: Termination {id}',
  changesOf: ['tunnel'],
  brief: '',
  quickSearch: ['tunnel.name'],
  filters: {
    interface: related('interface', { by: 'name' }),
    interface_id: related('interface'),
    vminterface: related('vminterface', { by: 'name' }),
    vminterface_id: related('vminterface'),
  },
  list: {
    columns: 'pk id tunnel role termination_parent termination ip_addresses outside_ip tags created last_updated',
    default: 'pk id tunnel role termination_parent termination ip_addresses outside_ip',
    far: {
      termination_parent: 'interface/device|vminterface/virtual_machine',
      ip_addresses: 'interface/ip_addresses|vminterface/ip_addresses',
    },
  },
  constraints: [{ name: 'vpn_tunneltermination_termination', fields: ['termination_type', 'termination_id'] }],
  indexes: [{ name: 'vpn_tunnelt_tunnel__f542d3_idx', fields: ['tunnel', 'role', 'id'] }],
  fields: {
    tunnel: foreignKey('vpn.tunnel', { relatedName: 'terminations' }),
    role: choice(tunnelTerminationRole, { default: 'peer', rest: { required: true } }),
    termination_type: contentType(),
    termination_id: integer({ null: true, blank: true, bits: 64, positive: true }),
    termination: generic('termination_type', 'termination_id'),
    outside_ip: foreignKey('ipam.ipaddress', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'tunnel_terminations',
      form: {
        pick: {
          device_id: 'termination:dcim.interface.device',
          virtual_machine_id: 'termination:virtualization.vminterface.virtual_machine',
        },
      },
    }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: {
    choices: [tunnelTerminationType],
    filters:
      'termination_type=typed(termination_type):TunnelTerminationTypeEnumBaseFilterLookup termination_type_id=termination_type:ID',
  },
});
