import { choice } from '#fields/choice/choice.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { decimal } from '#fields/decimal/decimal.ts';
import { foreignKey, genericReverse } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { diameterUnit, flowRateUnit } from '#models/netbox/choices.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';
import { coolingConnectorType } from './choices/cooling.ts';
import { deviceCopies, placeFields } from './device-copies.ts';
import { deviceFilters } from './device-filters.ts';

export const coolingIntake = model('dcim.coolingintake', {
  features: standard,
  rest: 'dcim/cooling-intakes',
  className: 'CoolingIntake',
  description: 'Where a device takes in coolant.',
  ordering: ['device', 'name'],
  display: ['{name} ({label})', '{name}'],
  changesOf: ['device'],
  brief: 'device name description',
  quickSearch: ['name', 'label', 'description'],
  filters: {
    ...deviceFilters,
  },
  list: {
    columns:
      'pk id name device module_bay module label type diameter description max_flow cooling_outflow inventory_items tags created last_updated',
    default: 'pk name device label type diameter max_flow cooling_outflow description',
  },
  constraints: [{ name: 'dcim_coolingintake_unique_device_name', fields: ['device', 'name'] }],
  database: {
    copies: deviceCopies,
  },
  fields: {
    device: foreignKey('dcim.device', { clone: true, relatedName: 'coolingintakes' }),
    module: foreignKey('dcim.module', {
      null: true,
      blank: true,
      clone: true,
      relatedName: 'coolingintakes',
      shape: 'component',
    }),
    name: text({ search: 100, natural: true, max: 64 }),
    label: text({ blank: true, search: 200, max: 64 }),
    type: choice(coolingConnectorType, { filter: { nullWord: false }, null: true, blank: true, clone: true }),
    diameter: decimal({ null: true, blank: true, clone: true, digits: 8, places: 2, minimum: 0.01 }),
    diameter_unit: choice(diameterUnit, { filter: { nullWord: false }, null: true, blank: true, clone: true }),
    max_flow: decimal({ null: true, blank: true, clone: true, digits: 8, places: 2, minimum: 0.01 }),
    max_flow_unit: choice(flowRateUnit, { filter: { nullWord: false }, null: true, blank: true, clone: true }),
    cooling_outflow: foreignKey('dcim.coolingoutflow', {
      null: true,
      blank: true,
      onDelete: 'set null',
      relatedName: 'coolingintakes',
      shape: 'nested',
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
    _abs_max_flow: decimal({ null: true, blank: true, digits: 13, places: 4, rest: false, filter: false }),
    ...placeFields,
    inventory_items: genericReverse('dcim.inventoryitem'),
  },
  graphql: {
    fields:
      'coolingoutflows _site:DjangoModelType _location:DjangoModelType _rack:DjangoModelType -_abs_diameter -_abs_max_flow',
  },
});
