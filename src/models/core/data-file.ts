import { binary } from '#fields/binary/binary.ts';
import { dateTime } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { behaviour } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const dataFile = model('core.datafile', {
  rest: 'core/data-files',
  readOnly: true,
  className: 'DataFile',
  description: 'A file as a data source held it when it was last read.',
  ordering: ['source', 'path'],
  display: '{path}',
  brief: 'path',
  quickSearch: ['path'],
  filters: {
    created_by_request: behaviour('byRequest', 'uuid'),
    updated_by_request: behaviour('byRequest', 'uuid'),
    modified_by_request: behaviour('byRequest', 'uuid'),
  },
  list: { columns: 'pk id source path last_updated size hash', default: 'pk source path size last_updated' },
  constraints: [{ name: 'core_datafile_unique_source_path', fields: ['source', 'path'] }],
  fields: {
    source: foreignKey('core.datasource', { editable: false, relatedName: 'datafiles' }),
    path: text({ search: 200, editable: false, max: 1000 }),
    last_updated: dateTime({ editable: false }),
    size: integer({ editable: false, positive: true }),
    hash: text({ editable: false, max: 64 }),
    created: dateTime({ blank: true, editable: false, rest: false }),
    data: binary({ editable: false, rest: false }),
  },
});
