import { choice } from '#fields/choice/choice.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, genericReverse } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { behaviour } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { fhrpGroupAuthType, fhrpGroupProtocol } from './choices.ts';

export const fhrpGroup = model('ipam.fhrpgroup', {
  features: standard,
  rest: 'ipam/fhrp-groups',
  className: 'FHRPGroup',
  description: 'Interfaces that share virtual addresses through VRRP, HSRP, CARP or the like.',
  label: 'FHRP group',
  ordering: ['protocol', 'group_id', 'pk'],
  display: [
    '{name} {protocol:label}: {group_id} ({ip_addresses})',
    '{name} {protocol:label}: {group_id}',
    '{protocol:label}: {group_id} ({ip_addresses})',
    '{protocol:label}: {group_id}',
  ],
  brief: 'protocol group_id description',
  quickSearch: ['description', ['group_id', 'contains'], 'name'],
  filters: {
    related_ip: behaviour('filterRelatedIp', 'related', { to: 'ipam.ipaddress' }),
  },
  list: {
    columns:
      'pk group_id protocol name auth_type auth_key description comments ip_addresses member_count tags created last_updated',
    default: 'pk group_id protocol name auth_type description ip_addresses member_count',
    far: {
      member_count: '#ipam.fhrpgroupassignment@group',
    },
  },
  form: {
    '': 'protocol group_id name',
    Authentication: 'auth_type auth_key',
  },
  indexes: [{ name: 'ipam_fhrpgr_protoco_0445ae_idx', fields: ['protocol', 'group_id', 'id'] }],
  fields: {
    name: text({ blank: true, search: 100, max: 100 }),
    protocol: choice(fhrpGroupProtocol, { plain: true, clone: true }),
    group_id: integer({ search: 2000, bits: 16, positive: true }),
    auth_type: choice(fhrpGroupAuthType, {
      plain: true,
      null: true,
      blank: true,
      label: 'Authentication type',
      clone: true,
    }),
    auth_key: text({ blank: true, label: 'Authentication key', clone: true, max: 255 }),
    description: text({ blank: true, clone: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    ip_addresses: genericReverse('ipam.ipaddress', { rest: { readOnly: true } }),
    services: genericReverse('ipam.service'),
  },
  graphql: { fields: 'ip_addresses fhrpgroupassignment_set', filters: '-services' },
});
