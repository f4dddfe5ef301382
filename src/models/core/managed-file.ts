import { boolean } from '#fields/boolean/boolean.ts';
import { choice } from '#fields/choice/choice.ts';
import { dateTime, lastUpdated } from '#fields/date-time/date-time.ts';
import { file } from '#fields/file/file.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';
import { managedFileRootPath } from './choices.ts';

export const managedFile = model('core.managedfile', {
  features: ['syncedData'],
  className: 'ManagedFile',
  description: 'A file below the program’s own folders, such as scripts.',
  ordering: ['file_root', 'file_path'],
  display: '{file_path}',
  constraints: [{ name: 'core_managedfile_unique_root_path', fields: ['file_root', 'file_path'] }],
  fields: {
    data_source: foreignKey('core.datasource', { null: true, blank: true, onDelete: 'protect', filter: false }),
    data_file: foreignKey('core.datafile', { null: true, blank: true, onDelete: 'set null', filter: false }),
    data_path: text({ blank: true, editable: false, max: 1000, filter: false }),
    auto_sync_enabled: boolean({ default: false, filter: false }),
    data_synced: dateTime({ null: true, blank: true, label: 'Date synced', editable: false, filter: false }),
    created: dateTime({ blank: true, editable: false, filter: false }),
    last_updated: lastUpdated({ filter: false }),
    file_root: choice(managedFileRootPath, { max: 1000, filter: false }),
    file_path: file({ editable: false }),
  },
  graphql: false,
});
