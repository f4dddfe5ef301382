import { choice } from '#fields/choice/choice.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { decimal } from '#fields/decimal/decimal.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { diameterUnit, flowRateUnit } from '#models/netbox/choices.ts';
import { model } from '#registry/model.ts';
import { coolingConnectorType } from './choices/cooling.ts';

export const coolingIntakeTemplate = model('dcim.coolingintaketemplate', {
  features: ['changeLogging', 'customValidation', 'eventRules'],
  rest: 'dcim/cooling-intake-templates',
  className: 'CoolingIntakeTemplate',
  description: 'A coolant intake that each device of a type has.',
  ordering: ['device_type', 'module_type', 'name'],
  display: ['{name} ({label})', '{name}'],
  changesOf: ['device_type', 'module_type'],
  brief: 'name description',
  without: ['display_url'],
  quickSearch: ['name', 'description'],
  list: { columns: 'pk name label type diameter max_flow description actions', default: '' },
  form: {
    '': 'device_type|module_type name',
  },
  constraints: [
    { name: 'dcim_coolingintaketemplate_unique_device_type_name', fields: ['device_type', 'name'] },
    { name: 'dcim_coolingintaketemplate_unique_module_type_name', fields: ['module_type', 'name'] },
  ],
  indexes: [{ name: 'dcim_coolin_device__ee88f9_idx', fields: ['device_type', 'module_type', 'name'] }],
  fields: {
    device_type: foreignKey('dcim.devicetype', {
      null: true,
      blank: true,
      relatedName: 'coolingintaketemplates',
      filter: { by: false },
      rest: { absent: null },
    }),
    module_type: foreignKey('dcim.moduletype', {
      null: true,
      blank: true,
      relatedName: 'coolingintaketemplates',
      rest: { absent: null },
    }),
    name: text({ natural: true, max: 64 }),
    label: text({ blank: true, max: 64 }),
    type: choice(coolingConnectorType, { filter: { nullWord: false }, null: true, blank: true }),
    diameter: decimal({ null: true, blank: true, digits: 8, places: 2, minimum: 0.01 }),
    diameter_unit: choice(diameterUnit, { filter: { nullWord: false }, null: true, blank: true }),
    max_flow: decimal({ null: true, blank: true, digits: 8, places: 2, minimum: 0.01 }),
    max_flow_unit: choice(flowRateUnit, { filter: { nullWord: false }, null: true, blank: true }),
    description: text({ blank: true, max: 200 }),
    created: created(),
    last_updated: lastUpdated(),
    _abs_diameter: decimal({ null: true, blank: true, digits: 13, places: 4, rest: false, filter: false }),
    _abs_max_flow: decimal({ null: true, blank: true, digits: 13, places: 4, rest: false, filter: false }),
  },
  graphql: { fields: 'coolingoutflow_templates -_abs_diameter -_abs_max_flow', filters: '-module_type_id' },
});
