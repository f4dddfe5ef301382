import { choice } from '#fields/choice/choice.ts';
import { computed } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { ipAddress } from '#fields/ip-address/ip-address.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, reverse } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { behaviour, numberFilter, related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { ipAddressFamily, ipAddressRole, ipAddressStatus } from './choices.ts';

export const ipAddressModel = model('ipam.ipaddress', {
  features: [...standard, 'contacts'],
  rest: 'ipam/ip-addresses',
  className: 'IPAddress',
  description: 'One address with its mask, given to an interface or not yet.',
  label: 'IP address',
  plural: 'IP addresses',
  ordering: ['host:address', 'pk'],
  display: '{address}',
  changesOf: ['assigned_object'],
  brief: 'family address description',
  shapes: {
    nested: 'display_url family:plain address',
    primary: 'family address nat_inside nat_outside dns_name description',
  },
  quickSearch: ['dns_name', 'description', ['address', 'istartswith']],
  filters: {
    family: numberFilter('address', { lookup: 'family', lookups: false, one: true }),
    parent: behaviour('searchByParent', 'text'),
    address: behaviour('filterAddress', 'text'),
    mask_length: numberFilter('address', { lookup: 'net_mask_length', lookups: ['gte', 'lte'] }),
    present_in_vrf_id: behaviour('filterPresentInVrf', 'single', { to: 'ipam.vrf' }),
    present_in_vrf: behaviour('filterPresentInVrf', 'single', { to: 'ipam.vrf', by: 'rd' }),
    device: behaviour('filterDevice', 'text'),
    device_id: behaviour('filterDevice', 'number'),
    virtual_machine: behaviour('filterVirtualMachine', 'text'),
    virtual_machine_id: behaviour('filterVirtualMachine', 'number'),
    interface: related('interface', { by: 'name' }),
    interface_id: related('interface'),
    vminterface: related('vminterface', { by: 'name' }),
    vminterface_id: related('vminterface'),
    fhrpgroup_id: related('fhrpgroup'),
    assigned_to_interface: behaviour('assignedToInterface', 'boolean'),
    assigned: behaviour('assigned', 'boolean'),
    service_id: related('services'),
  },
  list: {
    columns:
      'pk id address vrf status role tenant tenant_group nat_inside nat_outside assigned dns_name description comments contacts tags created last_updated',
    default: 'pk address vrf status role tenant assigned dns_name description',
    far: {
      assigned_object_parent: 'interface/device|vminterface/virtual_machine',
    },
  },
  form: {
    '': 'address status role vrf dns_name',
    Assignment: 'assigned_object',
    NAT: 'nat_inside',
  },
  indexes: [
    { name: 'ipam_ipaddr_address_3ddeea_idx', fields: ['address', 'id'] },
    { name: 'ipam_ipaddress_host', expressions: ['((host(address))::inet), id'] },
    { name: 'ipam_ipaddr_assigne_890ab8_idx', fields: ['assigned_object_type', 'assigned_object_id'] },
  ],
  fields: {
    family: computed('family', 'any', { choices: ipAddressFamily }),
    address: ipAddress({ search: 100, filter: false, form: { pattern: true } }),
    vrf: foreignKey('ipam.vrf', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'ip_addresses',
      filter: { by: 'rd' },
    }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'ip_addresses',
    }),
    status: choice(ipAddressStatus, { filter: { nullWord: false }, default: 'active', clone: true }),
    role: choice(ipAddressRole, { null: true, blank: true, clone: true, rest: { allowNull: false } }),
    assigned_object_type: contentType({ null: true, blank: true }),
    assigned_object_id: integer({ null: true, blank: true, bits: 64, positive: true }),
    assigned_object: generic('assigned_object_type', 'assigned_object_id'),
    nat_inside: foreignKey('ipam.ipaddress', {
      null: true,
      blank: true,
      label: 'NAT (inside)',
      onDelete: 'set null',
      relatedName: 'nat_outside',
      shape: 'nested',
    }),
    nat_outside: reverse('ipam.ipaddress', 'nat_inside', { shape: 'nested' }),
    dns_name: text({
      blank: true,
      clone: true,
      search: 300,
      max: 255,
      rest: { schema: { type: 'string', pattern: '^([0-9A-Za-z_-]+|\\*)(\\.[0-9A-Za-z_-]+)*\\.?$', maxLength: 255 } },
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
    fields: 'tunnel_terminations services family:IPAddressFamilyType! assigned_object:IPAddressAssignmentType',
    filters:
      'nat_outside:IPAddressFilter nat_outside_id=nat_outside:ID assigned=given(assigned_object_id):Boolean parent=within(address):[String!] family=family(address):IPAddressFamilyEnum',
    unions: { IPAddressAssignmentType: 'dcim.interface ipam.fhrpgroup virtualization.vminterface' },
  },
});
