import { boolean } from '#fields/boolean/boolean.ts';
import { computed } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { foreignKey, oneToOne } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { multipleChoiceFilter, related, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { deviceCopies } from './device-copies.ts';

export const deviceBay = model('dcim.devicebay', {
  features: standard,
  rest: 'dcim/device-bays',
  className: 'DeviceBay',
  ordering: ['device', 'name'],
  display: ['{name} ({label})', '{name}'],
  changesOf: ['device'],
  brief: 'device name enabled description _occupied',
  shapes: { nested: 'display_url device:nested name' },
  quickSearch: ['name', 'label', 'description'],
  filters: {
    region_id: tree('device.site.region'),
    region: tree('device.site.region', { by: 'slug' }),
    site_group_id: tree('device.site.group'),
    site_group: tree('device.site.group', { by: 'slug' }),
    site_id: related('_site'),
    site: related('_site', { by: 'slug' }),
    location_id: related('_location'),
    location: related('_location', { by: 'slug' }),
    rack_id: related('_rack'),
    rack: related('_rack', { by: 'name' }),
    device_type_id: related('device.device_type'),
    device_type: related('device.device_type', { by: 'model' }),
    device_role_id: related('device.role'),
    device_role: related('device.role', { by: 'slug' }),
    virtual_chassis_id: related('device.virtual_chassis'),
    virtual_chassis: related('device.virtual_chassis', { by: 'name' }),
    device_status: multipleChoiceFilter('device.status'),
    tenant_id: related('device.tenant'),
    tenant: related('device.tenant', { by: 'slug' }),
  },
  list: {
    columns:
      'pk id name device label enabled status description installed_device installed_role installed_device_type installed_description installed_serial installed_asset_tag tags created last_updated',
    default: 'pk name device label enabled status installed_device description',
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
    _site: foreignKey('dcim.site', { null: true, blank: true, onDelete: 'set null', rest: false }),
    _location: foreignKey('dcim.location', { null: true, blank: true, onDelete: 'set null', rest: false }),
    _rack: foreignKey('dcim.rack', { null: true, blank: true, onDelete: 'set null', rest: false }),
  },
  graphql: { fields: '_site:DjangoModelType _location:DjangoModelType _rack:DjangoModelType' },
});
