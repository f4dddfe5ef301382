import { boolean } from '#fields/boolean/boolean.ts';
import { choice } from '#fields/choice/choice.ts';
import { computed } from '#fields/computed/computed.ts';
import { dateTime, lastUpdated } from '#fields/date-time/date-time.ts';
import { file } from '#fields/file/file.ts';
import { foreignKey, genericReverse } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { managedFileRootPath } from '#models/core/choices.ts';
import { model } from '#registry/model.ts';

export const scriptModule = model('extras.scriptmodule', {
  features: ['jobs', 'syncedData'],
  rest: 'extras/scripts/upload',
  actionsOnly: true,
  public: false,
  className: 'ScriptModule',
  description: 'A file with scripts.',
  table: 'core_managedfile',
  ordering: ['file_root', 'file_path'],
  display: { of: ['file_path'], text: (path) => (path ?? '').replace(/^.*\//, '').replace(/\.py$/, '') },
  brief: '',
  without: ['url', 'display_url'],
  proxy: 'core.managedfile',
  fields: {
    file_path: file({ editable: false }),
    file: computed('file', 'any', {
      rest: { schema: { type: 'string', format: 'binary' }, options: 'file upload', writeOnly: true, required: true },
    }),
    created: dateTime({ blank: true, editable: false, filter: false }),
    last_updated: lastUpdated({ filter: false }),
    data_source: foreignKey('core.datasource', {
      null: true,
      blank: true,
      onDelete: 'protect',
      rest: false,
      filter: false,
    }),
    data_file: foreignKey('core.datafile', {
      null: true,
      blank: true,
      onDelete: 'set null',
      rest: false,
      filter: false,
    }),
    data_path: text({ blank: true, editable: false, max: 1000, rest: false, filter: false }),
    auto_sync_enabled: boolean({ default: false, rest: false, filter: false }),
    data_synced: dateTime({
      null: true,
      blank: true,
      label: 'Date synced',
      editable: false,
      rest: false,
      filter: false,
    }),
    file_root: choice(managedFileRootPath, { max: 1000, rest: false, filter: false }),
    event_rules: genericReverse('extras.eventrule'),
    jobs: genericReverse('core.job'),
  },
  graphql: false,
});
