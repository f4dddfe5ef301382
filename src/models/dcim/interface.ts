import { boolean } from '#fields/boolean/boolean.ts';
import { choice } from '#fields/choice/choice.ts';
import { computed, relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { decimal } from '#fields/decimal/decimal.ts';
import { integer } from '#fields/integer/integer.ts';
import { naturalOrder } from '#fields/natural-order/natural-order.ts';
import { foreignKey, genericReverse, manyToMany, oneToOne, reverse, reverseOne } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { wwn } from '#fields/wwn/wwn.ts';
import { wirelessChannel, wirelessRole } from '#models/wireless/choices.ts';
import { standard } from '#registry/features.ts';
import { behaviour, booleanFilter, macFilter, related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { cablePositionFields, endpointFields } from './cable-fields.ts';
import { cableEnd } from './choices/cables.ts';
import { interfaceType } from './choices/interface-type.ts';
import {
  interfaceDuplex,
  interfaceKind,
  interfaceMode,
  interfacePoEMode,
  interfacePoEType,
} from './choices/interfaces.ts';
import { deviceCopies, placeFields } from './device-copies.ts';
import { deviceFilters } from './device-filters.ts';

export const interfaceModel = model('dcim.interface', {
  features: standard,
  rest: 'dcim/interfaces',
  className: 'Interface',
  description: 'A network port of a device, real or virtual.',
  ordering: ['device', '_name'],
  display: ['{name} ({label})', '{name}'],
  changesOf: ['device'],
  brief: 'device name description cable _occupied',
  shapes: { nested: 'display_url device:nested name cable:key _occupied' },
  quickSearch: ['name', 'label', 'description'],
  filters: {
    ...deviceFilters,
    cabled: booleanFilter('cable', { lookup: 'isnull' }),
    occupied: behaviour('filterOccupied', 'boolean'),
    connected: behaviour('filterConnected', 'boolean'),
    vlan_id: behaviour('filterVlanId', 'number', { one: true }),
    vlan: behaviour('filterVlan', 'number', { one: true }),
    l2vpn_id: related('l2vpn_terminations.l2vpn'),
    l2vpn: related('l2vpn_terminations.l2vpn', { by: 'identifier' }),
    virtual_chassis_member_or_master: behaviour('filterVirtualChassisMemberOrMaster', 'text'),
    virtual_chassis_member_or_master_id: behaviour('filterVirtualChassisMemberOrMaster', 'number'),
    virtual_chassis_member: behaviour('filterVirtualChassisMember', 'text'),
    virtual_chassis_member_id: behaviour('filterVirtualChassisMember', 'number'),
    kind: behaviour('filterKind', 'text', { one: true }),
    mac_address: macFilter('mac_addresses.mac_address'),
    vdc_id: related('vdcs'),
    vdc_identifier: related('vdcs', { by: 'identifier' }),
    vdc: related('vdcs', { by: 'name' }),
    wireless_lan_id: related('wireless_lans'),
    virtual_circuit_id: related('virtual_circuit_termination.virtual_circuit'),
    virtual_circuit_termination_id: related('virtual_circuit_termination'),
  },
  list: {
    columns:
      'pk id name device module_bay module label enabled type channels channel_id mgmt_only mtu speed speed_formatted duplex mode mac_addresses primary_mac_address wwn poe_mode poe_type rf_role rf_channel rf_channel_frequency rf_channel_width tx_power description mark_connected cable cable_color wireless_link wireless_lans link_peer connection tags vdcs vrf l2vpn tunnel ip_addresses fhrp_groups untagged_vlan tagged_vlans qinq_svlan inventory_items created last_updated vlan_translation_policy',
    default: 'pk name device label enabled type description',
  },
  form: {
    '': 'device module name label type channels speed duplex',
    Operation: 'enabled mgmt_only mark_connected mtu tx_power vdcs',
    Addressing: 'vrf primary_mac_address wwn',
    'Related interfaces': 'parent channel_id bridge lag',
    'Power over Ethernet': 'poe_mode poe_type',
    Switching: 'mode untagged_vlan tagged_vlans qinq_svlan vlan_translation_policy',
    Radio: 'rf_role rf_channel rf_channel_frequency rf_channel_width wireless_lans',
  },
  constraints: [
    { name: 'dcim_interface_unique_device_name', fields: ['device', 'name'] },
    { name: 'dcim_interface_unique_parent_channel_id', fields: ['parent', 'channel_id'] },
  ],
  database: {
    copies: deviceCopies,
  },
  fields: {
    device: foreignKey('dcim.device', { clone: true, relatedName: 'interfaces' }),
    vdcs: manyToMany('dcim.virtualdevicecontext', {
      relatedName: 'interfaces',
      rest: { required: false },
      form: { pick: { device_id: 'device' } },
    }),
    module: foreignKey('dcim.module', {
      null: true,
      blank: true,
      clone: true,
      relatedName: 'interfaces',
      shape: 'component',
    }),
    name: text({ search: 100, natural: true, max: 64 }),
    label: text({ blank: true, search: 200, max: 64 }),
    type: choice(interfaceType, { clone: true }),
    channels: integer({ null: true, blank: true, clone: true, bits: 16, positive: true, minimum: 1, maximum: 1024 }),
    channel_id: integer({ null: true, blank: true, bits: 16, positive: true, minimum: 1, maximum: 1024 }),
    enabled: boolean({ default: true }),
    parent: foreignKey('dcim.interface', {
      null: true,
      blank: true,
      label: 'Parent interface',
      clone: true,
      onDelete: 'restrict',
      relatedName: 'child_interfaces',
      shape: 'nested',
      filter: { by: false },
      form: { pick: { virtual_chassis_member_id: 'device' } },
    }),
    bridge: foreignKey('dcim.interface', {
      null: true,
      blank: true,
      label: 'Bridge interface',
      clone: true,
      onDelete: 'set null',
      relatedName: 'bridge_interfaces',
      shape: 'nested',
      filter: { by: false },
      form: { pick: { virtual_chassis_member_id: 'device' } },
    }),
    bridge_interfaces: reverse('dcim.interface', 'bridge', { shape: 'nested' }),
    lag: foreignKey('dcim.interface', {
      null: true,
      blank: true,
      label: 'Parent LAG',
      clone: true,
      onDelete: 'set null',
      relatedName: 'member_interfaces',
      shape: 'nested',
      filter: { by: false },
      form: { pick: { virtual_chassis_member_id: 'device', type: '=lag' } },
    }),
    mtu: integer({ null: true, blank: true, clone: true, search: 2000, positive: true, minimum: 1, maximum: 65536 }),
    mac_address: computed('macAddress', 'string', { rest: { allowNull: true } }),
    primary_mac_address: oneToOne('dcim.macaddress', {
      null: true,
      blank: true,
      onDelete: 'set null',
      filter: { by: 'mac_address' },
      form: { only: 'change', pick: { interface_id: 'id' } },
    }),
    mac_addresses: genericReverse('dcim.macaddress', { rest: { readOnly: true, allowNull: true } }),
    speed: integer({
      null: true,
      blank: true,
      label: 'Speed (Kbps)',
      clone: true,
      search: 2000,
      bits: 64,
      positive: true,
    }),
    duplex: choice(interfaceDuplex, { null: true, blank: true, clone: true }),
    wwn: wwn({ null: true, blank: true, search: 300, rest: { absent: null } }),
    mgmt_only: boolean({ default: false, label: 'Management only', clone: true }),
    description: text({ blank: true, search: 500, max: 200 }),
    mode: choice(interfaceMode, { null: true, blank: true, clone: true, rest: { allowNull: false } }),
    rf_role: choice(wirelessRole, {
      null: true,
      blank: true,
      label: 'Wireless role',
      clone: true,
      max: 30,
      rest: { allowNull: false },
    }),
    rf_channel: choice(wirelessChannel, {
      null: true,
      blank: true,
      label: 'Wireless channel',
      clone: true,
      rest: { allowNull: false },
    }),
    poe_mode: choice(interfacePoEMode, { null: true, blank: true, clone: true, rest: { allowNull: false } }),
    poe_type: choice(interfacePoEType, { null: true, blank: true, clone: true, rest: { allowNull: false } }),
    rf_channel_frequency: decimal({
      null: true,
      blank: true,
      label: 'Channel frequency (MHz)',
      clone: true,
      digits: 8,
      places: 3,
    }),
    rf_channel_width: decimal({
      null: true,
      blank: true,
      label: 'Channel width (MHz)',
      clone: true,
      digits: 7,
      places: 3,
    }),
    tx_power: integer({
      null: true,
      blank: true,
      label: 'Transmit power (dBm)',
      clone: true,
      bits: 16,
      minimum: -40,
      maximum: 127,
    }),
    untagged_vlan: foreignKey('ipam.vlan', {
      null: true,
      blank: true,
      onDelete: 'set null',
      relatedName: 'interfaces_as_untagged',
      filter: false,
      form: {
        pick: { available_on_device: 'device' },
        narrow: { vlan_group: 'group' },
        when: { mode: 'access tagged tagged-all q-in-q' },
      },
    }),
    tagged_vlans: manyToMany('ipam.vlan', {
      blank: true,
      relatedName: 'interfaces_as_tagged',
      form: {
        pick: { available_on_device: 'device' },
        narrow: { vlan_group: 'group' },
        when: { mode: 'tagged q-in-q' },
      },
    }),
    qinq_svlan: foreignKey('ipam.vlan', {
      null: true,
      blank: true,
      label: 'Q-in-Q SVLAN',
      onDelete: 'set null',
      relatedName: 'interfaces_svlan',
      filter: false,
      form: {
        pick: { available_on_device: 'device', qinq_role: '=svlan' },
        narrow: { vlan_group: 'group' },
        when: { mode: 'q-in-q' },
      },
    }),
    vlan_translation_policy: foreignKey('ipam.vlantranslationpolicy', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'interface_set',
    }),
    mark_connected: boolean({ default: false }),
    cable: foreignKey('dcim.cable', { null: true, blank: true, onDelete: 'set null', rest: { readOnly: true } }),
    cable_end: choice(cableEnd, {
      plain: true,
      null: true,
      blank: true,
      max: 1,
      rest: { readOnly: true },
      filter: { kind: 'choice' },
    }),
    wireless_link: foreignKey('wireless.wirelesslink', {
      null: true,
      blank: true,
      onDelete: 'set null',
      shape: 'nested',
      rest: { readOnly: true },
    }),
    link_peers: computed('linkPeers', 'any'),
    link_peers_type: computed('linkPeersType', 'any', { rest: { readOnly: true, allowNull: true } }),
    wireless_lans: manyToMany('wireless.wirelesslan', {
      blank: true,
      relatedName: 'interfaces',
      form: { narrow: { wireless_lan_group: 'group' } },
    }),
    vrf: foreignKey('ipam.vrf', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'set null',
      relatedName: 'interfaces',
      filter: { by: 'rd' },
    }),
    l2vpn_termination: reverseOne('vpn.l2vpntermination', 'assigned_object'),
    ...endpointFields,
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    count_ipaddresses: relatedCount('ipam.ipaddress', 'assigned_object', {
      rest: { options: 'integer', readOnly: true },
    }),
    count_fhrp_groups: relatedCount('ipam.fhrpgroupassignment', 'interface', {
      rest: { options: 'integer', readOnly: true },
    }),
    _occupied: computed('occupied', 'any'),
    ...placeFields,
    ...cablePositionFields,
    _path: foreignKey('dcim.cablepath', {
      null: true,
      blank: true,
      onDelete: 'set null',
      relatedName: 'interface_set',
      rest: false,
    }),
    _name: naturalOrder('name'),
    ip_addresses: genericReverse('ipam.ipaddress'),
    fhrp_group_assignments: genericReverse('ipam.fhrpgroupassignment'),
    tunnel_terminations: genericReverse('vpn.tunneltermination'),
    l2vpn_terminations: genericReverse('vpn.l2vpntermination'),
    inventory_items: genericReverse('dcim.inventoryitem'),
    cable_terminations: genericReverse('dcim.cabletermination'),
  },
  graphql: {
    choices: [interfaceKind],
    fields:
      'ip_addresses link_peers:[LinkPeerType!]! connected_endpoints:[ConnectedEndpointType!]! speed:BigInt l2vpn_termination member_interfaces child_interfaces mac_addresses _site:DjangoModelType _location:DjangoModelType _rack:DjangoModelType',
    filters:
      'vcdcs=vdcs:VirtualDeviceContextFilter l2vpn_terminations:L2VPNFilter cabled=rest(cabled):Boolean connected=holds(_path.is_active):Boolean kind=rest(kind):InterfaceKindEnum -vdcs -untagged_vlan_id -qinq_svlan_id -vlan_translation_policy_id -cable_connector -cable_terminations',
  },
});
