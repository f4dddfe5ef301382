/** What belongs together in any form, whatever the model. */
export const formTopics: readonly { readonly label: string; readonly fields: readonly string[] }[] = [
  { label: 'Scope', fields: ['scope'] },
  {
    label: 'Place',
    fields: ['region', 'group', 'site', 'location', 'rack', 'position', 'face', 'latitude', 'longitude'],
  },
  { label: 'Inventory', fields: ['serial', 'asset_tag', 'facility_id', 'part_number', 'part_id'] },
  {
    label: 'Dimensions',
    fields: [
      'width',
      'u_height',
      'outer_width',
      'outer_height',
      'outer_depth',
      'outer_unit',
      'mounting_depth',
      'weight',
      'max_weight',
      'weight_unit',
      'starting_unit',
      'desc_units',
    ],
  },
  { label: 'Cooling', fields: ['airflow', 'cooling_method', 'cooling_capability', 'cooling_capacity'] },
  { label: 'Authentication', fields: ['auth_type', 'auth_cipher', 'auth_psk', 'auth_key'] },
  { label: 'Route targets', fields: ['import_targets', 'export_targets'] },
  { label: 'Synchronised from', fields: ['data_source', 'data_file', 'auto_sync_enabled'] },
  {
    label: 'Rendering',
    fields: ['mime_type', 'file_name', 'file_extension', 'environment_params', 'as_attachment', 'debug'],
  },
  { label: 'Ownership', fields: ['tenant', 'owner'] },
];
