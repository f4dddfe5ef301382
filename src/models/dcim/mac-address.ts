import { computed } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { macAddress } from '#fields/mac-address/mac-address.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { behaviour, related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const macAddressModel = model('dcim.macaddress', {
  features: standard,
  rest: 'dcim/mac-addresses',
  className: 'MACAddress',
  description: 'A hardware address of an interface.',
  label: 'MAC address',
  plural: 'MAC addresses',
  ordering: ['mac_address', 'pk'],
  display: { of: ['mac_address'], text: (mac) => (mac ?? '').toUpperCase() },
  brief: 'mac_address description',
  quickSearch: ['mac_address', 'description'],
  filters: {
    device: behaviour('filterDevice', 'text'),
    device_id: behaviour('filterDevice', 'number'),
    virtual_machine: behaviour('filterVirtualMachine', 'text'),
    virtual_machine_id: behaviour('filterVirtualMachine', 'number'),
    interface: related('interface', { by: 'name' }),
    interface_id: related('interface'),
    vminterface: related('vminterface', { by: 'name' }),
    vminterface_id: related('vminterface'),
    assigned: behaviour('filterAssigned', 'boolean'),
    primary: behaviour('filterPrimary', 'boolean'),
  },
  list: {
    columns:
      'pk id mac_address assigned_object_parent assigned_object description is_primary comments tags created last_updated',
    default: 'pk mac_address is_primary assigned_object_parent assigned_object description',
    far: {
      assigned_object_parent: 'interface/device|vminterface/virtual_machine',
    },
  },
  indexes: [
    { name: 'dcim_macadd_mac_add_f2662a_idx', fields: ['mac_address', 'id'] },
    { name: 'dcim_macadd_assigne_54115d_idx', fields: ['assigned_object_type', 'assigned_object_id'] },
  ],
  fields: {
    mac_address: macAddress({ search: 100 }),
    assigned_object_type: contentType({ null: true, blank: true }),
    assigned_object_id: integer({ null: true, blank: true, bits: 64, positive: true }),
    assigned_object: generic('assigned_object_type', 'assigned_object_id'),
    is_primary: computed('isPrimary', 'boolean'),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: {
    fields: 'assigned_object:MACAddressAssignmentType',
    filters: 'assigned=given(assigned_object_id):Boolean primary=rest(primary):Boolean',
    unions: { MACAddressAssignmentType: 'dcim.interface virtualization.vminterface' },
  },
});
