import { choice } from '#fields/choice/choice.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';
import { consolePortType } from './choices/console-ports.ts';

export const consolePortTemplate = model('dcim.consoleporttemplate', {
  features: ['changeLogging', 'customValidation', 'eventRules'],
  rest: 'dcim/console-port-templates',
  className: 'ConsolePortTemplate',
  description: 'A console port that each device of a type has.',
  ordering: ['device_type', 'module_type', 'name'],
  display: ['{name} ({label})', '{name}'],
  changesOf: ['device_type', 'module_type'],
  brief: 'name description',
  without: ['display_url'],
  quickSearch: ['name', 'description'],
  list: { columns: 'pk name label type description actions', default: '' },
  form: {
    '': 'device_type|module_type name',
  },
  constraints: [
    { name: 'dcim_consoleporttemplate_unique_device_type_name', fields: ['device_type', 'name'] },
    { name: 'dcim_consoleporttemplate_unique_module_type_name', fields: ['module_type', 'name'] },
  ],
  indexes: [{ name: 'dcim_consol_device__101ed5_idx', fields: ['device_type', 'module_type', 'name'] }],
  fields: {
    device_type: foreignKey('dcim.devicetype', {
      null: true,
      blank: true,
      relatedName: 'consoleporttemplates',
      filter: { by: false },
      rest: { absent: null },
    }),
    module_type: foreignKey('dcim.moduletype', {
      null: true,
      blank: true,
      relatedName: 'consoleporttemplates',
      rest: { absent: null },
    }),
    name: text({ natural: true, max: 64 }),
    label: text({ blank: true, max: 64 }),
    type: choice(consolePortType, { null: true, blank: true, rest: { allowNull: false }, filter: { kind: 'choice' } }),
    description: text({ blank: true, max: 200 }),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { filters: '-module_type_id' },
});
