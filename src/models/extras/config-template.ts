import { boolean } from '#fields/boolean/boolean.ts';
import { created, dateTime, lastUpdated } from '#fields/date-time/date-time.ts';
import { json } from '#fields/json/json.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';

export const configTemplate = model('extras.configtemplate', {
  features: ['changeLogging', 'customLinks', 'customValidation', 'eventRules', 'exportTemplates', 'syncedData', 'tags'],
  rest: 'extras/config-templates',
  className: 'ConfigTemplate',
  description: 'A Jinja template that configurations of devices are written from.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'description'],
  list: {
    columns:
      'pk id name description data_source data_file data_synced as_attachment debug mime_type file_name file_extension role_count platform_count device_count vm_count created last_updated tags',
    default: 'pk name description is_synced device_count vm_count',
    far: {
      role_count: '#dcim.devicerole@config_template',
      platform_count: '#dcim.platform@config_template',
      device_count: '#dcim.device@config_template',
      vm_count: '#virtualization.virtualmachine@config_template',
    },
  },
  indexes: [{ name: 'extras_conf_name_e276bf_idx', fields: ['name'] }],
  fields: {
    name: text({ max: 100 }),
    description: text({ blank: true, max: 200 }),
    environment_params: json({ null: true, blank: true, default: {}, label: 'Environment parameters' }),
    template_code: longText(),
    mime_type: text({ blank: true, max: 50 }),
    file_name: text({ blank: true, max: 200 }),
    file_extension: text({ blank: true, max: 15 }),
    as_attachment: boolean({ default: true }),
    debug: boolean({ default: false }),
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
    auto_sync_enabled: boolean({ default: false }),
    data_synced: dateTime({ null: true, blank: true, label: 'Date synced', editable: false }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    tags: tags(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: {
    fields: 'virtualmachines devices platforms device_roles',
    filters: 'data_source_id:IntFilterLookup data_file_id:IntFilterLookup -debug -tags',
  },
});
