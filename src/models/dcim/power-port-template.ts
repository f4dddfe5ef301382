import { choice } from '#fields/choice/choice.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';
import { powerPortType } from './choices/power-port-type.ts';

export const powerPortTemplate = model('dcim.powerporttemplate', {
  features: ['changeLogging', 'customValidation', 'eventRules'],
  rest: 'dcim/power-port-templates',
  className: 'PowerPortTemplate',
  description: 'A power port that each device of a type has.',
  ordering: ['device_type', 'module_type', 'name'],
  display: ['{name} ({label})', '{name}'],
  changesOf: ['device_type', 'module_type'],
  brief: 'name description',
  without: ['display_url'],
  quickSearch: ['name', 'description'],
  list: { columns: 'pk name label type maximum_draw allocated_draw description actions', default: '' },
  form: {
    '': 'device_type|module_type name',
  },
  constraints: [
    { name: 'dcim_powerporttemplate_unique_device_type_name', fields: ['device_type', 'name'] },
    { name: 'dcim_powerporttemplate_unique_module_type_name', fields: ['module_type', 'name'] },
  ],
  indexes: [{ name: 'dcim_powerp_device__6c25da_idx', fields: ['device_type', 'module_type', 'name'] }],
  fields: {
    device_type: foreignKey('dcim.devicetype', {
      null: true,
      blank: true,
      relatedName: 'powerporttemplates',
      filter: { by: false },
      rest: { absent: null },
    }),
    module_type: foreignKey('dcim.moduletype', {
      null: true,
      blank: true,
      relatedName: 'powerporttemplates',
      rest: { absent: null },
    }),
    name: text({ natural: true, max: 64 }),
    label: text({ blank: true, max: 64 }),
    type: choice(powerPortType, { null: true, blank: true, filter: { kind: 'choice' } }),
    maximum_draw: integer({ null: true, blank: true, positive: true, minimum: 1 }),
    allocated_draw: integer({ null: true, blank: true, positive: true, minimum: 1 }),
    description: text({ blank: true, max: 200 }),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { fields: 'poweroutlet_templates', filters: '-module_type_id' },
});
