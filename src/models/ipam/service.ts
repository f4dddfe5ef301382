import { array } from '#fields/array/array.ts';
import { computed } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, manyToMany } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { behaviour, related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { serviceProtocol } from './choices.ts';

export const service = model('ipam.service', {
  features: [...standard, 'contacts'],
  rest: 'ipam/services',
  className: 'Service',
  description: 'What a device, virtual machine or FHRP group offers at ports of a protocol.',
  label: 'application service',
  ordering: ['name', 'id'],
  display: '{name}',
  brief: 'name port_mappings description',
  quickSearch: ['name', 'description'],
  filters: {
    port_mappings: behaviour('filterPortMappings', 'text', { lookups: ['n'] }),
    protocol: behaviour('filterProtocolNoop', 'multipleChoice', { choices: serviceProtocol, lookups: ['n'] }),
    port: behaviour('filterNoop', 'number', { lookups: ['n', 'gt', 'gte', 'lt', 'lte'] }),
    device: behaviour('filterDevice', 'text'),
    device_id: behaviour('filterDevice', 'number'),
    virtual_machine: behaviour('filterVirtualMachine', 'text'),
    virtual_machine_id: behaviour('filterVirtualMachine', 'number'),
    fhrpgroup: behaviour('filterFhrpGroup', 'text'),
    fhrpgroup_id: behaviour('filterFhrpGroup', 'number'),
    ip_address_id: related('ipaddresses'),
    ip_address: related('ipaddresses', { by: 'address' }),
  },
  list: {
    columns: 'pk id name parent ports ipaddresses description contacts comments tags created last_updated',
    default: 'pk name parent ports description',
  },
  indexes: [
    { name: 'ipam_servic_name_b3260b_idx', fields: ['name', 'id'] },
    { name: 'ipam_servic_parent__563d2b_idx', fields: ['parent_object_type', 'parent_object_id'] },
    { name: 'ipam_servic_port_ma_a3d51d_gin', fields: ['port_mappings'], method: 'gin' },
  ],
  fields: {
    parent_object_type: contentType(),
    parent_object_id: integer({ bits: 64, positive: true }),
    parent: generic('parent_object_type', 'parent_object_id'),
    name: text({ search: 100, max: 100 }),
    port_mappings: array(text({ max: 63 }), {
      blank: true,
      default: [],
      clone: true,
      form: { widget: 'portMappings', required: true },
    }),
    protocol: computed('protocol', 'any', { choices: serviceProtocol, rest: { allowBlank: false, allowNull: true } }),
    ports: computed('ports', 'any', { rest: { options: 'list', allowNull: true } }),
    ipaddresses: manyToMany('ipam.ipaddress', {
      blank: true,
      label: 'IP addresses',
      clone: true,
      relatedName: 'services',
    }),
    description: text({ blank: true, clone: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: {
    fields: 'protocol:String ports:[Int!] parent:ServiceParentType',
    filters:
      'ip_addresses:IPAddressFilter protocol=rest(protocol):[ServiceProtocolEnum!] port=rest(port):[Int!] port__gt=rest(port__gt):[Int!] port__gte=rest(port__gte):[Int!] port__lt=rest(port__lt):[Int!] port__lte=rest(port__lte):[Int!] port_mappings=rest(port_mappings):[String!] -ipaddresses',
    unions: { ServiceParentType: 'dcim.device virtualization.virtualmachine ipam.fhrpgroup' },
  },
});
