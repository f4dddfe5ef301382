import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { behaviour } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const fhrpGroupAssignment = model('ipam.fhrpgroupassignment', {
  features: ['changeLogging', 'customValidation', 'eventRules'],
  rest: 'ipam/fhrp-group-assignments',
  className: 'FHRPGroupAssignment',
  description: 'That an interface is in an FHRP group, and with what priority.',
  label: 'FHRP group assignment',
  ordering: ['-priority', 'pk'],
  display: '{interface}: {group} ({priority})',
  brief: 'group interface_type interface_id priority',
  without: ['display_url'],
  filters: {
    device: behaviour('filterDevice', 'text'),
    device_id: behaviour('filterDevice', 'number'),
    virtual_machine: behaviour('filterVirtualMachine', 'text'),
    virtual_machine_id: behaviour('filterVirtualMachine', 'number'),
  },
  list: { columns: 'pk group interface_parent interface priority', default: '' },
  constraints: [
    { name: 'ipam_fhrpgroupassignment_unique_interface_group', fields: ['interface_type', 'interface_id', 'group'] },
  ],
  indexes: [
    { name: 'ipam_fhrpgr_priorit_b76335_idx', fields: ['-priority', 'id'] },
    { name: 'ipam_fhrpgr_interfa_2acc3f_idx', fields: ['interface_type', 'interface_id'] },
  ],
  fields: {
    group: foreignKey('ipam.fhrpgroup', { relatedName: 'fhrpgroupassignment_set', filter: { by: false } }),
    interface_type: contentType({ onDelete: 'cascade', relatedName: 'fhrpgroupassignment_set' }),
    interface_id: integer({ bits: 64, positive: true }),
    interface: generic('interface_type', 'interface_id'),
    priority: integer({ bits: 16, positive: true, maximum: 255 }),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: {
    fields: 'interface:FHRPGroupInterfaceType! -changelog',
    filters:
      'interface_id:StrFilterLookup device_id=rest(device_id):[String!] device=rest(device):[String!] virtual_machine_id=rest(virtual_machine_id):[String!] virtual_machine=rest(virtual_machine):[String!]',
    unions: { FHRPGroupInterfaceType: 'dcim.interface virtualization.vminterface' },
  },
});
