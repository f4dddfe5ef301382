import { multipleChoiceFilter, related, tree } from '#registry/filter.ts';

/** Filters of what belongs to a device: where it is, and what it is. */
export const deviceFilters = {
  region_id: tree('device.site.region'),
  region: tree('device.site.region', { by: 'slug' }),
  site_group_id: tree('device.site.group'),
  site_group: tree('device.site.group', { by: 'slug' }),
  site_id: related('_site'),
  site: related('_site', { by: 'slug' }),
  location_id: related('_location'),
  location: related('_location', { by: 'slug' }),
  rack_id: related('_rack'),
  rack: related('_rack', { by: 'name' }),
  device_type_id: related('device.device_type'),
  device_type: related('device.device_type', { by: 'model' }),
  device_role_id: related('device.role'),
  device_role: related('device.role', { by: 'slug' }),
  virtual_chassis_id: related('device.virtual_chassis'),
  virtual_chassis: related('device.virtual_chassis', { by: 'name' }),
  device_status: multipleChoiceFilter('device.status'),
  tenant_id: related('device.tenant'),
  tenant: related('device.tenant', { by: 'slug' }),
};
