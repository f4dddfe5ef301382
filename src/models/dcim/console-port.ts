import { boolean } from '#fields/boolean/boolean.ts';
import { choice, numberChoice } from '#fields/choice/choice.ts';
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
import { consolePortSpeed, consolePortType } from './choices/console-ports.ts';
import { deviceCopies, placeFields } from './device-copies.ts';
import { deviceFilters } from './device-filters.ts';

export const consolePort = model('dcim.consoleport', {
  features: standard,
  rest: 'dcim/console-ports',
  className: 'ConsolePort',
  description: 'A port to manage a device through, such as a serial one.',
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
      'pk id name device module_bay module label type speed description mark_connected cable cable_color link_peer connection inventory_items tags created last_updated',
    default: 'pk name device label type speed description',
  },
  constraints: [{ name: 'dcim_consoleport_unique_device_name', fields: ['device', 'name'] }],
  database: {
    copies: deviceCopies,
  },
  fields: {
    device: foreignKey('dcim.device', { clone: true, relatedName: 'consoleports' }),
    module: foreignKey('dcim.module', {
      null: true,
      blank: true,
      clone: true,
      relatedName: 'consoleports',
      shape: 'component',
    }),
    name: text({ search: 100, natural: true, max: 64 }),
    label: text({ blank: true, search: 200, max: 64 }),
    type: choice(consolePortType, {
      filter: { nullWord: false },
      null: true,
      blank: true,
      clone: true,
      rest: { allowNull: false },
    }),
    speed: numberChoice(consolePortSpeed, {
      null: true,
      blank: true,
      clone: true,
      search: 2000,
      positive: true,
      filter: {
        kind: 'choice',
        lookups: ['n', 'ic', 'nic', 'iew', 'niew', 'isw', 'nisw', 'ie', 'nie', 'regex', 'iregex'],
      },
    }),
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
      relatedName: 'consoleport_set',
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
