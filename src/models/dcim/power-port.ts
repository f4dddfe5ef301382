import { boolean } from '#fields/boolean/boolean.ts';
import { choice } from '#fields/choice/choice.ts';
import { computed } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey, genericReverse } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { behaviour, booleanFilter } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { cablePositionFields, endpointFields, linkFields } from './cable-fields.ts';
import { powerPortType } from './choices/power-port-type.ts';
import { deviceCopies, placeFields } from './device-copies.ts';
import { deviceFilters } from './device-filters.ts';

export const powerPort = model('dcim.powerport', {
  features: standard,
  rest: 'dcim/power-ports',
  className: 'PowerPort',
  description: 'Where a device takes in power.',
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
      'pk id name device module_bay module label type description mark_connected maximum_draw allocated_draw cable cable_color link_peer connection inventory_items tags created last_updated',
    default: 'pk name device label type maximum_draw allocated_draw description',
  },
  constraints: [{ name: 'dcim_powerport_unique_device_name', fields: ['device', 'name'] }],
  database: {
    copies: deviceCopies,
  },
  fields: {
    device: foreignKey('dcim.device', { clone: true, relatedName: 'powerports' }),
    module: foreignKey('dcim.module', {
      null: true,
      blank: true,
      clone: true,
      relatedName: 'powerports',
      shape: 'component',
    }),
    name: text({ search: 100, natural: true, max: 64 }),
    label: text({ blank: true, search: 200, max: 64 }),
    type: choice(powerPortType, { filter: { nullWord: false }, null: true, blank: true }),
    maximum_draw: integer({ null: true, blank: true, clone: true, search: 2000, positive: true, minimum: 1 }),
    allocated_draw: integer({ null: true, blank: true, clone: true, search: 2000, positive: true, minimum: 1 }),
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
      relatedName: 'powerport_set',
      rest: false,
    }),
    inventory_items: genericReverse('dcim.inventoryitem'),
    cable_terminations: genericReverse('dcim.cabletermination'),
  },
  graphql: {
    fields:
      'link_peers:[LinkPeerType!]! connected_endpoints:[ConnectedEndpointType!]! poweroutlets _site:DjangoModelType _location:DjangoModelType _rack:DjangoModelType',
    filters: '-cable_connector -cable_terminations',
  },
});
