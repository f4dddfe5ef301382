import { choice } from '#fields/choice/choice.ts';
import { color } from '#fields/color/color.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';
import { powerOutletFeedLeg } from './choices/power.ts';
import { powerOutletType } from './choices/power-outlet-type.ts';

export const powerOutletTemplate = model('dcim.poweroutlettemplate', {
  features: ['changeLogging', 'customValidation', 'eventRules'],
  rest: 'dcim/power-outlet-templates',
  className: 'PowerOutletTemplate',
  description: 'A power outlet that each device of a type has.',
  ordering: ['device_type', 'module_type', 'name'],
  display: ['{name} ({label})', '{name}'],
  changesOf: ['device_type', 'module_type'],
  brief: 'name description',
  without: ['display_url'],
  quickSearch: ['name', 'description'],
  list: { columns: 'pk name label type color power_port feed_leg description actions', default: '' },
  form: {
    '': 'device_type|module_type name',
  },
  constraints: [
    { name: 'dcim_poweroutlettemplate_unique_device_type_name', fields: ['device_type', 'name'] },
    { name: 'dcim_poweroutlettemplate_unique_module_type_name', fields: ['module_type', 'name'] },
  ],
  indexes: [{ name: 'dcim_powero_device__b83a8f_idx', fields: ['device_type', 'module_type', 'name'] }],
  fields: {
    device_type: foreignKey('dcim.devicetype', {
      null: true,
      blank: true,
      relatedName: 'poweroutlettemplates',
      filter: { by: false },
      rest: { absent: null },
    }),
    module_type: foreignKey('dcim.moduletype', {
      null: true,
      blank: true,
      relatedName: 'poweroutlettemplates',
      rest: { absent: null },
    }),
    name: text({ natural: true, max: 64 }),
    label: text({ blank: true, max: 64 }),
    type: choice(powerOutletType, { null: true, blank: true, filter: { kind: 'choice' } }),
    color: color({ blank: true }),
    power_port: foreignKey('dcim.powerporttemplate', {
      null: true,
      blank: true,
      onDelete: 'set null',
      relatedName: 'poweroutlet_templates',
      filter: { by: false },
      form: { pick: { device_type_id: 'device_type', module_type_id: 'module_type' } },
    }),
    feed_leg: choice(powerOutletFeedLeg, { filter: { nullWord: false }, null: true, blank: true }),
    description: text({ blank: true, max: 200 }),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { filters: '-module_type_id -color' },
});
