import { choice } from '#fields/choice/choice.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { decimal } from '#fields/decimal/decimal.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { diameterUnit } from '#models/netbox/choices.ts';
import { model } from '#registry/model.ts';
import { coolingConnectorType } from './choices/cooling.ts';

export const coolingOutflowTemplate = model('dcim.coolingoutflowtemplate', {
  features: ['changeLogging', 'customValidation', 'eventRules'],
  rest: 'dcim/cooling-outflow-templates',
  className: 'CoolingOutflowTemplate',
  description: 'A coolant outflow that each device of a type has.',
  ordering: ['device_type', 'module_type', 'name'],
  display: ['{name} ({label})', '{name}'],
  changesOf: ['device_type', 'module_type'],
  brief: 'name description',
  without: ['display_url'],
  quickSearch: ['name', 'description'],
  list: { columns: 'pk name label type diameter cooling_intake description actions', default: '' },
  form: {
    '': 'device_type|module_type name',
  },
  constraints: [
    { name: 'dcim_coolingoutflowtemplate_unique_device_type_name', fields: ['device_type', 'name'] },
    { name: 'dcim_coolingoutflowtemplate_unique_module_type_name', fields: ['module_type', 'name'] },
  ],
  indexes: [{ name: 'dcim_coolin_device__4d0859_idx', fields: ['device_type', 'module_type', 'name'] }],
  fields: {
    device_type: foreignKey('dcim.devicetype', {
      null: true,
      blank: true,
      relatedName: 'coolingoutflowtemplates',
      filter: { by: false },
      rest: { absent: null },
    }),
    module_type: foreignKey('dcim.moduletype', {
      null: true,
      blank: true,
      relatedName: 'coolingoutflowtemplates',
      rest: { absent: null },
    }),
    name: text({ natural: true, max: 64 }),
    label: text({ blank: true, max: 64 }),
    type: choice(coolingConnectorType, { filter: { nullWord: false }, null: true, blank: true }),
    diameter: decimal({ null: true, blank: true, digits: 8, places: 2, minimum: 0.01 }),
    diameter_unit: choice(diameterUnit, { filter: { nullWord: false }, null: true, blank: true }),
    cooling_intake: foreignKey('dcim.coolingintaketemplate', {
      null: true,
      blank: true,
      onDelete: 'set null',
      relatedName: 'coolingoutflow_templates',
      filter: { by: false },
      form: { pick: { device_type_id: 'device_type', module_type_id: 'module_type' } },
    }),
    description: text({ blank: true, max: 200 }),
    created: created(),
    last_updated: lastUpdated(),
    _abs_diameter: decimal({ null: true, blank: true, digits: 13, places: 4, rest: false, filter: false }),
  },
  graphql: { fields: '-_abs_diameter', filters: '-module_type_id' },
});
