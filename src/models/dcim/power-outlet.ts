import { boolean } from '#fields/boolean/boolean.ts';
import { choice } from '#fields/choice/choice.ts';
import { color } from '#fields/color/color.ts';
import { computed } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { foreignKey, genericReverse } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { behaviour, booleanFilter } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { cablePositionFields, endpointFields, linkFields } from './cable-fields.ts';
import { powerOutletFeedLeg, powerOutletStatus } from './choices/power.ts';
import { powerOutletType } from './choices/power-outlet-type.ts';
import { deviceCopies, placeFields } from './device-copies.ts';
import { deviceFilters } from './device-filters.ts';

export const powerOutlet = model('dcim.poweroutlet', {
  features: standard,
  rest: 'dcim/power-outlets',
  className: 'PowerOutlet',
  description: 'Where a device hands power on.',
  ordering: ['device', 'name'],
  display: ['{name} ({label})', '{name}'],
  changesOf: ['device'],
  brief: 'device name description cable _occupied',
  quickSearch: ['name', 'label', 'description'],
  filters: {
    ...deviceFilters,
    cabled: booleanFilter('cable', { lookup: 'isnull' }),
    occupied: behaviour('filterOccupied', 'boolean'),
    connected: behaviour('filterConnected', 'boolean'),
  },
  list: {
    columns:
      'pk id name device module_bay module label type description power_port color feed_leg mark_connected cable cable_color link_peer connection inventory_items tags created last_updated status',
    default: 'pk name device label type status color power_port feed_leg description',
  },
  constraints: [{ name: 'dcim_poweroutlet_unique_device_name', fields: ['device', 'name'] }],
  database: {
    copies: deviceCopies,
  },
  fields: {
    device: foreignKey('dcim.device', { clone: true, relatedName: 'poweroutlets' }),
    module: foreignKey('dcim.module', {
      null: true,
      blank: true,
      clone: true,
      relatedName: 'poweroutlets',
      shape: 'component',
    }),
    name: text({ search: 100, natural: true, max: 64 }),
    label: text({ blank: true, search: 200, max: 64 }),
    type: choice(powerOutletType, { filter: { nullWord: false }, null: true, blank: true, clone: true }),
    status: choice(powerOutletStatus, { filter: { nullWord: false }, default: 'enabled' }),
    color: color({ blank: true }),
    power_port: foreignKey('dcim.powerport', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'set null',
      relatedName: 'poweroutlets',
      filter: { by: false },
      form: { pick: { device_id: 'device' } },
    }),
    feed_leg: choice(powerOutletFeedLeg, { filter: { nullWord: false }, null: true, blank: true, clone: true }),
    description: text({ blank: true, search: 500, max: 200 }),
    mark_connected: boolean({ default: false }),
    ...linkFields,
    ...endpointFields,
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    _occupied: computed('occupied', 'any'),
    ...placeFields,
    ...cablePositionFields,
    _path: foreignKey('dcim.cablepath', {
      null: true,
      blank: true,
      onDelete: 'set null',
      relatedName: 'poweroutlet_set',
      rest: false,
    }),
    inventory_items: genericReverse('dcim.inventoryitem'),
    cable_terminations: genericReverse('dcim.cabletermination'),
  },
  graphql: {
    fields:
      'link_peers:[LinkPeerType!]! connected_endpoints:[ConnectedEndpointType!]! _site:DjangoModelType _location:DjangoModelType _rack:DjangoModelType',
    filters: '-cable_connector -cable_terminations',
  },
});
