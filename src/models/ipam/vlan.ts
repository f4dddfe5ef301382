import { choice } from '#fields/choice/choice.ts';
import { relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, genericReverse, reverseOne } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { behaviour, numberFilter, related, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { vlanQinQRole, vlanStatus } from './choices.ts';

export const vlan = model('ipam.vlan', {
  features: standard,
  rest: 'ipam/vlans',
  className: 'VLAN',
  description: 'A virtual LAN, by its number.',
  label: 'VLAN',
  ordering: ['site', 'group', 'vid', 'pk'],
  display: '{name} ({vid})',
  brief: 'vid name description',
  shapes: { nested: 'vid name description' },
  quickSearch: ['name', 'description', ['vid', 'exact']],
  filters: {
    region_id: tree('site.region'),
    region: tree('site.region', { by: 'slug' }),
    site_group_id: tree('site.group'),
    site_group: tree('site.group', { by: 'slug' }),
    related_to_site: behaviour('filterRelatedToSite', 'related', { to: 'dcim.site', lookups: ['n'] }),
    available_at_site: behaviour('getForSite', 'single', { to: 'dcim.site' }),
    available_at_site_group: behaviour('getForSiteGroup', 'single', { to: 'dcim.sitegroup' }),
    available_on_device: behaviour('getForDevice', 'single', { to: 'dcim.device' }),
    available_on_virtualmachine: behaviour('getForVirtualmachine', 'single', { to: 'virtualization.virtualmachine' }),
    qinq_svlan_vid: numberFilter('qinq_svlan.vid'),
    l2vpn_id: related('l2vpn_terminations.l2vpn'),
    l2vpn: related('l2vpn_terminations.l2vpn', { by: 'identifier' }),
    interface_id: behaviour('filterInterfaceId', 'single', { to: 'dcim.interface' }),
    vminterface_id: behaviour('filterVminterfaceId', 'single', { to: 'virtualization.vminterface' }),
  },
  list: {
    columns:
      'pk id vid name site group prefixes tenant tenant_group status role qinq_role qinq_svlan description comments tags l2vpn created last_updated',
    default: 'pk vid name site group prefixes tenant status role description',
    far: {
      prefixes: 'ipam.prefix@vlan',
    },
  },
  form: {
    '': 'vid name status role',
    Assignment: 'group site',
    'Q-in-Q': 'qinq_role qinq_svlan',
  },
  constraints: [
    { name: 'ipam_vlan_unique_group_vid', fields: ['group', 'vid'] },
    { name: 'ipam_vlan_unique_group_name', fields: ['group', 'name'] },
    { name: 'ipam_vlan_unique_qinq_svlan_vid', fields: ['qinq_svlan', 'vid'] },
    { name: 'ipam_vlan_unique_qinq_svlan_name', fields: ['qinq_svlan', 'name'] },
  ],
  indexes: [{ name: 'ipam_vlan_site_id_985573_idx', fields: ['site', 'group', 'vid', 'id'] }],
  fields: {
    site: foreignKey('dcim.site', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'vlans',
      form: { narrow: { region: 'many: region', site_group: 'many: group' } },
    }),
    group: foreignKey('ipam.vlangroup', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'vlans',
      rest: { absent: null },
    }),
    vid: integer({
      label: 'VLAN ID',
      search: 100,
      bits: 16,
      positive: true,
      minimum: 1,
      maximum: 4094,
      form: { pattern: true },
    }),
    name: text({ search: 100, max: 64 }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'vlans',
    }),
    status: choice(vlanStatus, { filter: { nullWord: false }, default: 'active', clone: true }),
    role: foreignKey('ipam.role', { null: true, blank: true, clone: true, onDelete: 'set null', relatedName: 'vlans' }),
    description: text({ blank: true, clone: true, search: 500, max: 200 }),
    qinq_role: choice(vlanQinQRole, {
      null: true,
      blank: true,
      label: 'Q-in-Q role',
      clone: true,
      rest: { allowBlank: false },
    }),
    qinq_svlan: foreignKey('ipam.vlan', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'qinq_cvlans',
      shape: 'nested',
      filter: { by: false },
      form: { pick: { qinq_role: '=svlan' }, when: { qinq_role: 'cvlan' } },
      rest: { absent: null },
    }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    l2vpn_termination: reverseOne('vpn.l2vpntermination', 'assigned_object'),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    prefix_count: relatedCount('ipam.prefix', 'vlan'),
    l2vpn_terminations: genericReverse('vpn.l2vpntermination'),
  },
  graphql: {
    fields:
      'interfaces_as_untagged vminterfaces_as_untagged wirelesslan_set prefixes interfaces_as_tagged vminterfaces_as_tagged',
    filters: 'qinq_cvlans:VLANFilter l2vpn_terminations:L2VPNFilter',
  },
});
