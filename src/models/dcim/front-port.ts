import { boolean } from '#fields/boolean/boolean.ts';
import { choice } from '#fields/choice/choice.ts';
import { color } from '#fields/color/color.ts';
import { computed } from '#fields/computed/computed.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey, genericReverse } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { behaviour, booleanFilter, related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { cablePositionFields, linkFields } from './cable-fields.ts';
import { portType } from './choices/port-type.ts';
import { deviceCopies, placeFields } from './device-copies.ts';
import { deviceFilters } from './device-filters.ts';

export const frontPort = model('dcim.frontport', {
  features: standard,
  rest: 'dcim/front-ports',
  className: 'FrontPort',
  description: 'A port on the face of a panel, led on to a rear port.',
  ordering: ['device', 'name'],
  display: ['{name} ({label})', '{name}'],
  changesOf: ['device'],
  brief: 'device name description cable _occupied',
  quickSearch: ['name', 'label', 'description'],
  filters: {
    ...deviceFilters,
    cabled: booleanFilter('cable', { lookup: 'isnull' }),
    occupied: behaviour('filterOccupied', 'boolean'),
    rear_port_id: related('mappings.rear_port'),
  },
  list: {
    columns:
      'pk id name device module_bay module label type color positions mappings description mark_connected cable cable_color link_peer inventory_items tags created last_updated',
    default: 'pk name device label type color positions mappings description',
    far: {
      mappings: 'dcim.portmapping@front_port/rear_port',
    },
  },
  constraints: [{ name: 'dcim_frontport_unique_device_name', fields: ['device', 'name'] }],
  database: {
    copies: deviceCopies,
  },
  fields: {
    device: foreignKey('dcim.device', { clone: true, relatedName: 'frontports' }),
    module: foreignKey('dcim.module', { null: true, blank: true, relatedName: 'frontports', shape: 'component' }),
    name: text({ search: 100, natural: true, max: 64 }),
    label: text({ blank: true, search: 200, max: 64 }),
    type: choice(portType, { filter: { nullWord: false }, clone: true }),
    color: color({ blank: true, clone: true }),
    positions: integer({ default: 1, clone: true, bits: 16, positive: true, minimum: 1, maximum: 1024 }),
    rear_ports: computed('rearPorts', 'any', {
      rest: { schema: { type: 'array', items: { $ref: 'FrontPortMapping' } } },
      form: { widget: 'portPositions' },
    }),
    description: text({ blank: true, search: 500, max: 200 }),
    mark_connected: boolean({ default: false }),
    ...linkFields,
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    _occupied: computed('occupied', 'any'),
    ...placeFields,
    ...cablePositionFields,
    inventory_items: genericReverse('dcim.inventoryitem'),
    cable_terminations: genericReverse('dcim.cabletermination'),
  },
  graphql: {
    fields:
      'link_peers:[LinkPeerType!]! mappings _site:DjangoModelType _location:DjangoModelType _rack:DjangoModelType',
    filters: '-positions -cable_connector -cable_terminations',
  },
});
