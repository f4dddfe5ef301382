import { boolean } from '#fields/boolean/boolean.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { foreignKey, manyToMany } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const moduleBayTemplate = model('dcim.modulebaytemplate', {
  features: ['changeLogging', 'customValidation', 'eventRules'],
  rest: 'dcim/module-bay-templates',
  className: 'ModuleBayTemplate',
  description: 'A module bay that each device of a type has.',
  ordering: ['device_type', 'module_type', 'name'],
  display: ['{name} ({label})', '{name}'],
  changesOf: ['device_type', 'module_type'],
  brief: 'name enabled description',
  without: ['display_url'],
  quickSearch: ['name', 'description'],
  filters: {
    module_bay_type_id: related('module_bay_types'),
    module_bay_type: related('module_bay_types', { by: 'slug' }),
  },
  list: { columns: 'pk name label position enabled module_bay_types description actions', default: '' },
  form: {
    '': 'device_type|module_type name',
  },
  constraints: [
    { name: 'dcim_modulebaytemplate_unique_device_type_name', fields: ['device_type', 'name'] },
    { name: 'dcim_modulebaytemplate_unique_module_type_name', fields: ['module_type', 'name'] },
  ],
  indexes: [{ name: 'dcim_module_device__9eabad_idx', fields: ['device_type', 'module_type', 'name'] }],
  fields: {
    device_type: foreignKey('dcim.devicetype', {
      null: true,
      blank: true,
      relatedName: 'modulebaytemplates',
      filter: { by: false },
      rest: { absent: null },
    }),
    module_type: foreignKey('dcim.moduletype', {
      null: true,
      blank: true,
      relatedName: 'modulebaytemplates',
      rest: { absent: null },
    }),
    name: text({ natural: true, max: 64 }),
    label: text({ blank: true, max: 64 }),
    position: text({ blank: true, max: 30 }),
    enabled: boolean({ default: true }),
    description: text({ blank: true, max: 200 }),
    module_bay_types: manyToMany('dcim.modulebaytype', { blank: true, relatedName: 'module_bay_templates' }),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { filters: 'module_bay_type_id=module_bay_types:ID -module_type_id' },
});
