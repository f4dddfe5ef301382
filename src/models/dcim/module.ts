import { choice } from '#fields/choice/choice.ts';
import { computed } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, oneToOne } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { related, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { moduleStatus } from './choices/modules.ts';

export const moduleModel = model('dcim.module', {
  features: standard,
  rest: 'dcim/modules',
  className: 'Module',
  description: 'A module in a device’s bay: a line card, a power supply, a transceiver.',
  ordering: ['module_bay'],
  display: '{module_bay.name}: {module_type} ({id})',
  brief: 'device module_bay module_type description',
  shapes: { component: 'device module_bay', installed: 'serial description', reference: '' },
  quickSearch: ['device.name', 'serial', 'asset_tag', 'description', 'comments'],
  filters: {
    profile_id: related('module_type.profile'),
    profile: related('module_type.profile', { by: 'name' }),
    manufacturer_id: related('module_type.manufacturer'),
    manufacturer: related('module_type.manufacturer', { by: 'slug' }),
    region_id: tree('device.site.region'),
    region: tree('device.site.region', { by: 'slug' }),
    site_group_id: tree('device.site.group'),
    site_group: tree('device.site.group', { by: 'slug' }),
    site_id: related('device.site'),
    site: related('device.site', { by: 'slug' }),
    location_id: related('device.location'),
    location: related('device.location', { by: 'slug' }),
    rack_id: related('device.rack'),
    rack: related('device.rack', { by: 'name' }),
  },
  list: {
    columns:
      'pk id device module_bay manufacturer profile module_type status serial asset_tag description comments tags created last_updated',
    default: 'pk id device module_bay manufacturer module_type status serial asset_tag',
  },
  form: {
    '': 'device module_bay module_type status',
    Hardware: 'serial asset_tag replicate_components adopt_components',
  },
  fields: {
    device: foreignKey('dcim.device', { clone: true, relatedName: 'modules' }),
    module_bay: oneToOne('dcim.modulebay', { relatedName: 'installed_module', shape: 'nested', filter: { by: false } }),
    module_type: foreignKey('dcim.moduletype', {
      clone: true,
      onDelete: 'protect',
      relatedName: 'instances',
      filter: { by: 'model' },
      form: { narrow: { manufacturer: 'manufacturer' } },
    }),
    status: choice(moduleStatus, { filter: { nullWord: false }, default: 'active', clone: true }),
    serial: text({ blank: true, label: 'Serial number', search: 60, max: 50, filter: { lookup: 'iexact' } }),
    asset_tag: text({ null: true, blank: true, unique: true, search: 50, max: 50 }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    replicate_components: computed('replicateComponents', 'boolean', {
      rest: { writeOnly: true },
      form: { widget: 'boolean', only: 'create' },
    }),
    adopt_components: computed('adoptComponents', 'boolean', {
      rest: { writeOnly: true },
      form: { widget: 'boolean', only: 'create' },
    }),
    is_bay_compatible: computed('isBayCompatible', 'boolean'),
  },
  graphql: {
    fields:
      'interfaces powerports coolingintakes consoleserverports consoleports poweroutlets coolingoutflows rearports frontports',
    filters:
      'local_context_data=none:JSONFilter console_ports:ConsolePortFilter console_server_ports:ConsoleServerPortFilter power_outlets:PowerOutletFilter power_ports:PowerPortFilter interfaces:InterfaceFilter front_ports:FrontPortFilter rear_ports:RearPortFilter device_bays=none:DeviceBayFilter module_bays:ModuleBayFilter modules=none:ModuleFilter',
  },
});
