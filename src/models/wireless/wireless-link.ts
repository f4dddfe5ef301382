import { choice } from '#fields/choice/choice.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { decimal } from '#fields/decimal/decimal.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { linkStatus } from '#models/dcim/choices/cables.ts';
import { distanceUnit } from '#models/netbox/choices.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';
import { wirelessAuthCipher, wirelessAuthType } from './choices.ts';

export const wirelessLink = model('wireless.wirelesslink', {
  features: standard,
  rest: 'wireless/wireless-links',
  className: 'WirelessLink',
  description: 'A radio connection between two interfaces.',
  ordering: ['pk'],
  display: ['{ssid}', '#{id}'],
  brief: 'ssid description',
  shapes: { nested: 'display_url ssid' },
  quickSearch: ['ssid', 'description'],
  list: {
    columns:
      'pk id status device_a interface_a device_b interface_b ssid tenant tenant_group distance description auth_type auth_cipher auth_psk tags created last_updated',
    default: 'pk id status device_a interface_a device_b interface_b ssid auth_type description',
    far: {
      device_a: '_interface_a_device',
      device_b: '_interface_b_device',
    },
  },
  form: {
    '': 'interface_a interface_b status ssid distance distance_unit',
  },
  constraints: [{ name: 'wireless_wirelesslink_unique_interfaces', fields: ['interface_a', 'interface_b'] }],
  fields: {
    interface_a: foreignKey('dcim.interface', {
      onDelete: 'protect',
      filter: { by: false },
      form: {
        pick: { kind: '=wireless' },
        narrow: { site_a: 'device.site', location_a: 'device.location', device_a: 'device' },
      },
    }),
    interface_b: foreignKey('dcim.interface', {
      onDelete: 'protect',
      filter: { by: false },
      form: {
        pick: { kind: '=wireless' },
        narrow: { site_b: 'device.site', location_b: 'device.location', device_b: 'device' },
      },
    }),
    ssid: text({ blank: true, clone: true, search: 100, max: 32 }),
    status: choice(linkStatus, { default: 'connected', clone: true }),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'wireless_links',
    }),
    auth_type: choice(wirelessAuthType, {
      null: true,
      blank: true,
      label: 'Authentication type',
      rest: { allowNull: false },
    }),
    auth_cipher: choice(wirelessAuthCipher, {
      null: true,
      blank: true,
      label: 'Authentication cipher',
      rest: { allowNull: false },
    }),
    auth_psk: text({ blank: true, label: 'Pre-shared key', search: 2000, max: 64 }),
    distance: decimal({ null: true, blank: true, digits: 8, places: 2 }),
    distance_unit: choice(distanceUnit, { null: true, blank: true, filter: { kind: 'choice' } }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    _abs_distance: decimal({ null: true, blank: true, digits: 13, places: 4, rest: false, filter: false }),
    _interface_a_device: foreignKey('dcim.device', { null: true, blank: true, rest: false }),
    _interface_b_device: foreignKey('dcim.device', { null: true, blank: true, rest: false }),
  },
  graphql: {
    fields: '_interface_a_device _interface_b_device',
    filters:
      'distance:FloatFilterLookup auth_type:WirelessAuthTypeEnum auth_cipher:WirelessAuthCipherEnum status:WirelessLANStatusEnumBaseFilterLookup -interface_a_device -interface_b_device',
  },
});
