import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { standard } from '#registry/features.ts';
import { behaviour, numberFilter, related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const l2VPNTermination = model('vpn.l2vpntermination', {
  features: standard,
  rest: 'vpn/l2vpn-terminations',
  className: 'L2VPNTermination',
  description: 'The interface or VLAN at which an L2VPN comes out.',
  label: 'L2VPN termination',
  ordering: ['l2vpn'],
  display: '{assigned_object} <> {l2vpn}',
  brief: 'l2vpn',
  quickSearch: ['l2vpn.name'],
  filters: {
    region: behaviour('filterRegion', 'text'),
    region_id: behaviour('filterRegion', 'number'),
    site: behaviour('filterSite', 'text'),
    site_id: behaviour('filterSite', 'number'),
    device: related('interface.device', { by: 'name' }),
    device_id: related('interface.device'),
    virtual_machine: related('vminterface.virtual_machine', { by: 'name' }),
    virtual_machine_id: related('vminterface.virtual_machine'),
    interface: related('interface', { by: 'name' }),
    interface_id: related('interface'),
    vminterface: related('vminterface', { by: 'name' }),
    vminterface_id: related('vminterface'),
    vlan: related('vlan', { by: 'name' }),
    vlan_vid: numberFilter('vlan.vid', { one: true }),
    vlan_id: related('vlan'),
    assigned_object_type_id: related('assigned_object_type'),
  },
  list: {
    columns: 'pk l2vpn assigned_object_type assigned_object assigned_object_parent assigned_object_site tags actions',
    default: 'pk l2vpn assigned_object_type assigned_object_parent assigned_object actions',
    far: {
      assigned_object_parent: 'interface/device|vminterface/virtual_machine',
      assigned_object_site: 'interface/device/site|vlan/site|vminterface/virtual_machine/site',
    },
  },
  constraints: [
    { name: 'vpn_l2vpntermination_assigned_object', fields: ['assigned_object_type', 'assigned_object_id'] },
  ],
  database: {
    names: {
      vpn_l2vpntermination_assigned_object_type_f063b865_fk_django_co:
        'vpn_l2vpntermination_assigned_object_type_id_f063b865_fk_django',
    },
  },
  fields: {
    l2vpn: foreignKey('vpn.l2vpn', { clone: true, relatedName: 'terminations' }),
    assigned_object_type: contentType(),
    assigned_object_id: integer({ bits: 64, positive: true }),
    assigned_object: generic('assigned_object_type', 'assigned_object_id'),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: {
    query: 'l2vpn_termination',
    fields: 'assigned_object:L2VPNAssignmentType!',
    filters: 'assigned_object_id:IntegerLookup',
    unions: { L2VPNAssignmentType: 'dcim.interface ipam.vlan virtualization.vminterface' },
  },
});
