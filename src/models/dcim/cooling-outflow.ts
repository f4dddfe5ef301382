import { choice } from '#fields/choice/choice.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { decimal } from '#fields/decimal/decimal.ts';
import { foreignKey, genericReverse } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { diameterUnit } from '#models/netbox/choices.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';
import { coolingConnectorType } from './choices/cooling.ts';
import { deviceCopies, placeFields } from './device-copies.ts';
import { deviceFilters } from './device-filters.ts';

export const coolingOutflow = model('dcim.coolingoutflow', {
  features: standard,
  rest: 'dcim/cooling-outflows',
  className: 'CoolingOutflow',
  description: 'Where a device gives coolant back.',
  ordering: ['device', 'name'],
  display: ['{name} ({label})', '{name}'],
  changesOf: ['device'],
  brief: 'device name description',
  shapes: { nested: 'display_url device:nested name' },
  quickSearch: ['name', 'label', 'description'],
  filters: {
    ...deviceFilters,
  },
  list: {
    columns:
      'pk id name device module_bay module label type diameter description cooling_intake inventory_items tags created last_updated',
    default: 'pk name device label type diameter cooling_intake description',
  },
  constraints: [{ name: 'dcim_coolingoutflow_unique_device_name', fields: ['device', 'name'] }],
  database: {
    copies: deviceCopies,
  },
  fields: {
    device: foreignKey('dcim.device', { clone: true, relatedName: 'coolingoutflows' }),
    module: foreignKey('dcim.module', {
      null: true,
      blank: true,
      clone: true,
      relatedName: 'coolingoutflows',
      shape: 'component',
    }),
    name: text({ search: 100, natural: true, max: 64 }),
    label: text({ blank: true, search: 200, max: 64 }),
    type: choice(coolingConnectorType, { filter: { nullWord: false }, null: true, blank: true, clone: true }),
    diameter: decimal({ null: true, blank: true, clone: true, digits: 8, places: 2, minimum: 0.01 }),
    diameter_unit: choice(diameterUnit, { filter: { nullWord: false }, null: true, blank: true, clone: true }),
    cooling_intake: foreignKey('dcim.coolingintake', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'set null',
      relatedName: 'coolingoutflows',
      filter: { by: false },
      form: { pick: { device_id: 'device' } },
    }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    _abs_diameter: decimal({ null: true, blank: true, digits: 13, places: 4, rest: false, filter: false }),
    ...placeFields,
    inventory_items: genericReverse('dcim.inventoryitem'),
  },
  graphql: { fields: '_site:DjangoModelType _location:DjangoModelType _rack:DjangoModelType -_abs_diameter' },
});
