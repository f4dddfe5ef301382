import { boolean } from '#fields/boolean/boolean.ts';
import { computed } from '#fields/computed/computed.ts';
import { foreignKey, genericReverse } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';

export const script = model('extras.script', {
  features: ['eventRules', 'jobs'],
  rest: 'extras/scripts',
  readOnly: true,
  className: 'Script',
  description: 'A program of one’s own in a script module.',
  ordering: ['module', 'name'],
  display: '{name} ({module})',
  brief: 'name description',
  quickSearch: ['name'],
  constraints: [{ name: 'extras_script_unique_name_module', fields: ['name', 'module'] }],
  indexes: [{ name: 'extras_scri_module__8bd99c_idx', fields: ['module', 'name'] }],
  repr: '{name}',
  fields: {
    module: foreignKey('extras.scriptmodule', { editable: false, relatedName: 'scripts', shape: 'key' }),
    name: text({ editable: false, max: 79 }),
    description: computed('scriptDescription', 'any'),
    vars: computed('scriptVariables', 'any'),
    result: computed('scriptResult', 'any', { to: 'core.job' }),
    is_executable: boolean({ default: true, editable: false }),
    events: genericReverse('extras.eventrule'),
    jobs: genericReverse('core.job'),
  },
  listedToAll: true,
  graphql: false,
});
