import { boolean } from '#fields/boolean/boolean.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';

export const deviceBayTemplate = model('dcim.devicebaytemplate', {
  features: ['changeLogging', 'customValidation', 'eventRules'],
  rest: 'dcim/device-bay-templates',
  className: 'DeviceBayTemplate',
  description: 'A device bay that each device of a type has.',
  ordering: ['device_type', 'name'],
  display: ['{name} ({label})', '{name}'],
  changesOf: ['device_type'],
  brief: 'name enabled description',
  without: ['display_url'],
  quickSearch: ['name', 'description'],
  list: { columns: 'pk name label enabled description actions', default: '' },
  constraints: [{ name: 'dcim_devicebaytemplate_unique_device_type_name', fields: ['device_type', 'name'] }],
  fields: {
    device_type: foreignKey('dcim.devicetype', { relatedName: 'devicebaytemplates', filter: { by: false } }),
    name: text({ natural: true, max: 64 }),
    label: text({ blank: true, max: 64 }),
    enabled: boolean({ default: true }),
    description: text({ blank: true, max: 200 }),
    created: created(),
    last_updated: lastUpdated(),
  },
});
