import { choice } from '#fields/choice/choice.ts';
import { computed, relatedCount } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, oneToOne } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { behaviour, related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { virtualDeviceContextStatus } from './choices/devices.ts';

export const virtualDeviceContext = model('dcim.virtualdevicecontext', {
  features: standard,
  rest: 'dcim/virtual-device-contexts',
  className: 'VirtualDeviceContext',
  description: 'A device within a device, with interfaces of its own.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name identifier device description',
  quickSearch: ['name', 'description', ['identifier', 'exact']],
  filters: {
    device: related('device'),
    interface_id: related('interfaces'),
    has_primary_ip: behaviour('hasPrimaryIp', 'boolean'),
  },
  list: {
    columns:
      'pk id name status identifier tenant tenant_group primary_ip primary_ip4 primary_ip6 comments tags interface_count created last_updated',
    default: 'pk name identifier status tenant primary_ip',
  },
  constraints: [
    { name: 'dcim_virtualdevicecontext_device_identifier', fields: ['device', 'identifier'] },
    { name: 'dcim_virtualdevicecontext_device_name', fields: ['device', 'name'] },
  ],
  indexes: [{ name: 'dcim_virtua_name_079d4d_idx', fields: ['name'] }],
  fields: {
    name: text({ search: 100, natural: true, max: 64 }),
    device: foreignKey('dcim.device', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'vdcs',
      rest: { required: true, allowNull: false },
      filter: { by: false },
    }),
    identifier: integer({ null: true, blank: true, search: 300, bits: 16, positive: true, rest: { absent: null } }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'vdcs',
      rest: { absent: null },
    }),
    primary_ip: computed('primaryIp', 'any', {
      rest: { options: 'nested object', readOnly: true, allowNull: true },
      to: 'ipam.ipaddress',
      shape: 'brief',
    }),
    primary_ip4: oneToOne('ipam.ipaddress', {
      null: true,
      blank: true,
      label: 'Primary IPv4',
      onDelete: 'set null',
      shape: 'primary',
      filter: { by: 'address' },
      form: { pick: { device_id: 'device', family: '=4' } },
    }),
    primary_ip6: oneToOne('ipam.ipaddress', {
      null: true,
      blank: true,
      label: 'Primary IPv6',
      onDelete: 'set null',
      shape: 'primary',
      filter: { by: 'address' },
      form: { pick: { device_id: 'device', family: '=6' } },
    }),
    status: choice(virtualDeviceContextStatus),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    interface_count: relatedCount('dcim.interface', 'vdcs'),
  },
  graphql: { fields: 'interfaces', filters: 'interfaces:InterfaceFilter' },
});
