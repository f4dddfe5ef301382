/** Columns of NetBox's tables that REST serves under another name. */
export const columnAliases: Readonly<Record<string, string>> = {
  assigned: 'assigned_object',
  choices: 'extra_choices',
  connection: 'connected_endpoints',
  is_synced: 'data_synced',
  items: 'tagged_items',
  link_peer: 'link_peers',
  module_bay: 'module.module_bay',
  prefix_flat: 'prefix',
  unit_list: 'units',
  vid_ranges_list: 'vid_ranges',
  vm_count: 'virtualmachine_count',
};
