import { boolean } from '#fields/boolean/boolean.ts';
import { computed } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { foreignKey, oneToOne } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';
import { deviceCopies, placeFields } from './device-copies.ts';
import { deviceFilters } from './device-filters.ts';

export const deviceBay = model('dcim.devicebay', {
  features: standard,
  rest: 'dcim/device-bays',
  className: 'DeviceBay',
  description: 'A slot in a chassis that takes a whole device, such as a blade.',
  ordering: ['device', 'name'],
  display: ['{name} ({label})', '{name}'],
  changesOf: ['device'],
  brief: 'device name enabled description _occupied',
  shapes: { nested: 'display_url device:nested name' },
  quickSearch: ['name', 'label', 'description'],
  filters: {
    ...deviceFilters,
  },
  list: {
    columns:
      'pk id name device label enabled status description installed_device installed_role installed_device_type installed_description installed_serial installed_asset_tag tags created last_updated',
    default: 'pk name device label enabled status installed_device description',
    far: {
      status: 'installed_device/status',
      installed_role: 'installed_device/role',
      installed_device_type: 'installed_device/device_type',
      installed_description: 'installed_device/description',
      installed_serial: 'installed_device/serial',
      installed_asset_tag: 'installed_device/asset_tag',
    },
  },
  constraints: [{ name: 'dcim_devicebay_unique_device_name', fields: ['device', 'name'] }],
  database: {
    copies: deviceCopies,
  },
  fields: {
    device: foreignKey('dcim.device', { clone: true, relatedName: 'devicebays' }),
    name: text({ search: 100, natural: true, max: 64 }),
    label: text({ blank: true, search: 200, max: 64 }),
    enabled: boolean({ default: true, clone: true }),
    description: text({ blank: true, search: 500, max: 200 }),
    installed_device: oneToOne('dcim.device', {
      null: true,
      blank: true,
      onDelete: 'set null',
      relatedName: 'parent_bay',
    }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    _occupied: computed('deviceBayOccupied', 'boolean'),
    ...placeFields,
  },
  graphql: { fields: '_site:DjangoModelType _location:DjangoModelType _rack:DjangoModelType' },
});
