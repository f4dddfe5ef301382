import { boolean } from '#fields/boolean/boolean.ts';
import { created, dateTime, lastUpdated } from '#fields/date-time/date-time.ts';
import { json } from '#fields/json/json.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, manyToMany } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { contentTypeFilter, related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const exportTemplate = model('extras.exporttemplate', {
  features: ['changeLogging', 'cloning', 'customValidation', 'eventRules', 'exportTemplates', 'syncedData'],
  rest: 'extras/export-templates',
  className: 'ExportTemplate',
  description: 'A Jinja template that lists of objects are written out by.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'description', 'file_name'],
  filters: {
    object_type_id: related('object_types'),
    object_type: contentTypeFilter('object_types', {
      lookups: ['n', 'ic', 'nic', 'iew', 'niew', 'isw', 'nisw', 'ie', 'nie', 'regex', 'iregex'],
    }),
  },
  list: {
    columns:
      'pk id name object_types description mime_type file_name file_extension as_attachment data_source data_file data_synced created last_updated',
    default: 'pk name object_types description mime_type file_name file_extension as_attachment is_synced',
  },
  indexes: [{ name: 'extras_expo_name_55a9af_idx', fields: ['name'] }],
  database: {
    names: {
      extras_exporttemplat_exporttemplate_id_de32c6bf_fk_extras_ex:
        'extras_exporttemplat_exporttemplate_id_7645f081_fk_extras_ex',
      extras_exporttemplate_ob_exporttemplate_id_conten_3d88f959_uniq:
        'extras_exporttemplate_co_exporttemplate_id_conten_b4645653_uniq',
      extras_exporttemplate_object_types_contenttype_id_0f034708:
        'extras_exporttemplate_content_types_contenttype_id_d80a5164',
      extras_exporttemplate_object_types_exporttemplate_id_de32c6bf:
        'extras_exporttemplate_content_types_exporttemplate_id_7645f081',
      extras_exporttemplate_object_types_pkey: 'extras_exporttemplate_content_types_pkey',
    },
  },
  fields: {
    object_types: manyToMany('contenttypes.contenttype', { clone: true, relatedName: 'export_templates' }),
    name: text({ max: 100 }),
    description: text({ blank: true, max: 200 }),
    environment_params: json({ null: true, blank: true, default: {}, label: 'Environment parameters' }),
    template_code: longText({ clone: true }),
    mime_type: text({ blank: true, clone: true, max: 50 }),
    file_name: text({ blank: true, clone: true, max: 200 }),
    file_extension: text({ blank: true, clone: true, max: 15 }),
    as_attachment: boolean({ default: true, clone: true }),
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
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: {
    fields: '-object_types',
    filters: 'data_source_id:IntFilterLookup data_file_id:IntFilterLookup -object_types',
  },
});
