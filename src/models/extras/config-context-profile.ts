import { boolean } from '#fields/boolean/boolean.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, dateTime, lastUpdated } from '#fields/date-time/date-time.ts';
import { json } from '#fields/json/json.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { model } from '#registry/model.ts';

export const configContextProfile = model('extras.configcontextprofile', {
  features: [...standard, 'syncedData'],
  rest: 'extras/config-context-profiles',
  className: 'ConfigContextProfile',
  description: 'A schema that the data of config contexts keeps to.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'description', 'comments'],
  list: {
    columns: 'pk id name description comments data_source data_file is_synced tags created last_updated',
    default: 'pk name is_synced description',
  },
  fields: {
    name: text({ unique: true, search: 100, max: 100 }),
    description: text({ blank: true, search: 500, max: 200 }),
    schema: json({ null: true, blank: true, clone: true }),
    tags: tags(),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    data_source: foreignKey('core.datasource', {
      null: true,
      blank: true,
      onDelete: 'protect',
      rest: { allowNull: false },
      filter: { by: false },
    }),
    data_path: text({ blank: true, editable: false, max: 1000, filter: false }),
    data_file: foreignKey('core.datafile', {
      null: true,
      blank: true,
      onDelete: 'set null',
      form: { pick: { source_id: 'data_source' } },
    }),
    data_synced: dateTime({ null: true, blank: true, label: 'Date synced', editable: false }),
    created: created(),
    last_updated: lastUpdated(),
    custom_fields: customFields({ rest: false }),
    auto_sync_enabled: boolean({ default: false, rest: false, aside: true }),
  },
  graphql: { filters: 'data_source_id:IntFilterLookup data_file_id:IntFilterLookup -schema' },
});
