import { choice } from '#fields/choice/choice.ts';
import { color } from '#fields/color/color.ts';
import { computed } from '#fields/computed/computed.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { portType } from './choices/port-type.ts';

export const rearPortTemplate = model('dcim.rearporttemplate', {
  features: ['changeLogging', 'customValidation', 'eventRules'],
  rest: 'dcim/rear-port-templates',
  className: 'RearPortTemplate',
  description: 'A rear port that each device of a type has.',
  ordering: ['device_type', 'module_type', 'name'],
  display: ['{name} ({label})', '{name}'],
  changesOf: ['device_type', 'module_type'],
  brief: 'name description',
  without: ['display_url'],
  quickSearch: ['name', 'description'],
  filters: {
    front_port_id: related('mappings.front_port'),
  },
  list: { columns: 'pk name label type color positions mappings description actions', default: '' },
  form: {
    '': 'device_type|module_type name',
  },
  constraints: [
    { name: 'dcim_rearporttemplate_unique_device_type_name', fields: ['device_type', 'name'] },
    { name: 'dcim_rearporttemplate_unique_module_type_name', fields: ['module_type', 'name'] },
  ],
  indexes: [{ name: 'dcim_rearpo_device__27f194_idx', fields: ['device_type', 'module_type', 'name'] }],
  fields: {
    device_type: foreignKey('dcim.devicetype', {
      null: true,
      blank: true,
      relatedName: 'rearporttemplates',
      filter: { by: false },
      rest: { absent: null },
    }),
    module_type: foreignKey('dcim.moduletype', {
      null: true,
      blank: true,
      relatedName: 'rearporttemplates',
      rest: { absent: null },
    }),
    name: text({ natural: true, max: 64 }),
    label: text({ blank: true, max: 64 }),
    type: choice(portType, { filter: { nullWord: false } }),
    color: color({ blank: true }),
    positions: integer({ default: 1, bits: 16, positive: true, minimum: 1, maximum: 1024 }),
    front_ports: computed('frontPorts', 'any', {
      rest: { schema: { type: 'array', items: { $ref: 'RearPortTemplateMapping' } } },
    }),
    description: text({ blank: true, max: 200 }),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { fields: 'mappings', filters: '-module_type_id' },
});
