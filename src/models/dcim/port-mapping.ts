import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { model } from '#registry/model.ts';

export const portMapping = model('dcim.portmapping', {
  features: ['changeLogging'],
  className: 'PortMapping',
  description: 'That a position of a front port leads to one of a rear port.',
  display: '{front_port}:{front_port_position} to {rear_port}:{rear_port_position}',
  constraints: [
    { name: 'dcim_portmapping_unique_front_port_position', fields: ['front_port', 'front_port_position'] },
    { name: 'dcim_portmapping_unique_rear_port_position', fields: ['rear_port', 'rear_port_position'] },
  ],
  fields: {
    created: created({ filter: false }),
    last_updated: lastUpdated({ filter: false }),
    front_port_position: integer({ default: 1, bits: 16, positive: true, minimum: 1, maximum: 1024, filter: false }),
    rear_port_position: integer({ default: 1, bits: 16, positive: true, minimum: 1, maximum: 1024, filter: false }),
    device: foreignKey('dcim.device', { relatedName: 'port_mappings', filter: false }),
    front_port: foreignKey('dcim.frontport', { relatedName: 'mappings', filter: false }),
    rear_port: foreignKey('dcim.rearport', { relatedName: 'mappings', filter: false }),
  },
  graphql: {
    query: false,
    fields: 'device_type=none:DeviceTypeType module_type=none:ModuleTypeType device:DjangoModelType!',
    filters:
      'front_port_position:IntFilterLookup rear_port_position:IntFilterLookup -created -last_updated -device_id -front_port_id -rear_port_id',
  },
});
