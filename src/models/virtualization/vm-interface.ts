import { boolean } from '#fields/boolean/boolean.ts';
import { choice } from '#fields/choice/choice.ts';
import { computed, relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { naturalOrder } from '#fields/natural-order/natural-order.ts';
import { foreignKey, genericReverse, manyToMany, oneToOne, reverseOne } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { interfaceMode } from '#models/dcim/choices/interfaces.ts';
import { standard } from '#registry/features.ts';
import { behaviour, macFilter, related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const vmInterface = model('virtualization.vminterface', {
  features: standard,
  rest: 'virtualization/interfaces',
  className: 'VMInterface',
  description: 'A network port of a virtual machine.',
  label: 'interface',
  ordering: ['virtual_machine', '_name'],
  display: '{name}',
  changesOf: ['virtual_machine'],
  brief: 'virtual_machine name description',
  shapes: { nested: 'display_url virtual_machine:nested name' },
  quickSearch: ['name', 'description'],
  filters: {
    vlan_id: behaviour('filterVlanId', 'number', { one: true, whole: true }),
    vlan: behaviour('filterVlan', 'number', { one: true, whole: true }),
    l2vpn_id: related('l2vpn_terminations.l2vpn'),
    l2vpn: related('l2vpn_terminations.l2vpn', { by: 'identifier' }),
    cluster_id: related('virtual_machine.cluster'),
    cluster: related('virtual_machine.cluster', { by: 'name' }),
    mac_address: macFilter('mac_addresses.mac_address'),
  },
  list: {
    columns:
      'pk id name virtual_machine enabled mtu mode description tags vrf primary_mac_address l2vpn tunnel ip_addresses fhrp_groups untagged_vlan tagged_vlans qinq_svlan created last_updated vlan_translation_policy',
    default: 'pk name virtual_machine enabled description',
    far: {
      ip_addresses: 'ip_addresses',
      mac_addresses: 'mac_addresses',
      fhrp_groups: 'fhrp_group_assignments/group',
      tunnel: 'tunnel_terminations/tunnel',
    },
  },
  form: {
    '': 'virtual_machine name',
    Operation: 'enabled mtu',
    Addressing: 'vrf primary_mac_address',
    'Related interfaces': 'parent bridge',
    Switching: 'mode untagged_vlan tagged_vlans qinq_svlan vlan_translation_policy',
  },
  constraints: [
    { name: 'virtualization_vminterface_unique_virtual_machine_name', fields: ['virtual_machine', 'name'] },
  ],
  fields: {
    virtual_machine: foreignKey('virtualization.virtualmachine', { relatedName: 'interfaces' }),
    name: text({ search: 100, max: 64 }),
    enabled: boolean({ default: true }),
    parent: foreignKey('virtualization.vminterface', {
      null: true,
      blank: true,
      label: 'Parent interface',
      onDelete: 'restrict',
      relatedName: 'child_interfaces',
      shape: 'nested',
      filter: { by: false },
      form: { pick: { virtual_machine_id: 'virtual_machine' } },
    }),
    bridge: foreignKey('virtualization.vminterface', {
      null: true,
      blank: true,
      label: 'Bridge interface',
      onDelete: 'set null',
      relatedName: 'bridge_interfaces',
      shape: 'nested',
      filter: { by: false },
      form: { pick: { virtual_machine_id: 'virtual_machine' } },
    }),
    mtu: integer({ null: true, blank: true, search: 2000, positive: true, minimum: 1, maximum: 65536 }),
    mac_address: computed('macAddress', 'string', { rest: { allowNull: true } }),
    primary_mac_address: oneToOne('dcim.macaddress', {
      null: true,
      blank: true,
      onDelete: 'set null',
      filter: { by: 'mac_address' },
      form: { only: 'change', pick: { vminterface_id: 'id' } },
    }),
    mac_addresses: genericReverse('dcim.macaddress', { rest: { readOnly: true, allowNull: true } }),
    description: text({ blank: true, search: 500, max: 200 }),
    mode: choice(interfaceMode, { null: true, blank: true, rest: { allowNull: false } }),
    untagged_vlan: foreignKey('ipam.vlan', {
      null: true,
      blank: true,
      onDelete: 'set null',
      relatedName: 'vminterfaces_as_untagged',
      filter: false,
      form: {
        pick: { available_on_virtualmachine: 'virtual_machine' },
        narrow: { vlan_group: 'group' },
        when: { mode: 'access tagged tagged-all q-in-q' },
      },
    }),
    tagged_vlans: manyToMany('ipam.vlan', {
      blank: true,
      relatedName: 'vminterfaces_as_tagged',
      form: {
        pick: { available_on_virtualmachine: 'virtual_machine' },
        narrow: { vlan_group: 'group' },
        when: { mode: 'tagged q-in-q' },
      },
    }),
    qinq_svlan: foreignKey('ipam.vlan', {
      null: true,
      blank: true,
      label: 'Q-in-Q SVLAN',
      onDelete: 'set null',
      relatedName: 'vminterfaces_svlan',
      filter: false,
      form: {
        pick: { available_on_virtualmachine: 'virtual_machine', qinq_role: '=svlan' },
        narrow: { vlan_group: 'group' },
        when: { mode: 'q-in-q' },
      },
    }),
    vlan_translation_policy: foreignKey('ipam.vlantranslationpolicy', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'vminterface_set',
    }),
    vrf: foreignKey('ipam.vrf', {
      null: true,
      blank: true,
      onDelete: 'set null',
      relatedName: 'vminterfaces',
      filter: { by: 'rd' },
    }),
    l2vpn_termination: reverseOne('vpn.l2vpntermination', 'assigned_object'),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    count_ipaddresses: relatedCount('ipam.ipaddress', 'assigned_object', {
      rest: { options: 'integer', readOnly: true, unordered: true },
    }),
    count_fhrp_groups: relatedCount('ipam.fhrpgroupassignment', 'interface', {
      rest: { options: 'integer', readOnly: true, unordered: true },
    }),
    _name: naturalOrder('name'),
    ip_addresses: genericReverse('ipam.ipaddress'),
    fhrp_group_assignments: genericReverse('ipam.fhrpgroupassignment'),
    tunnel_terminations: genericReverse('vpn.tunneltermination'),
    l2vpn_terminations: genericReverse('vpn.l2vpntermination'),
  },
  graphql: {
    fields: 'ip_addresses mac_address:String bridge_interfaces child_interfaces mac_addresses',
    filters:
      'bridge:InterfaceFilter l2vpn_terminations:L2VPNFilter -untagged_vlan_id -qinq_svlan_id -vlan_translation_policy_id',
  },
});
