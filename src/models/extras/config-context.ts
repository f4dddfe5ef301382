import { boolean } from '#fields/boolean/boolean.ts';
import { created, dateTime, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { json } from '#fields/json/json.ts';
import { foreignKey, manyToMany } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const configContext = model('extras.configcontext', {
  features: ['changeLogging', 'cloning', 'customLinks', 'customValidation', 'eventRules', 'syncedData'],
  rest: 'extras/config-contexts',
  className: 'ConfigContext',
  description: 'Data for the devices and virtual machines that it fits, merged by weight.',
  ordering: ['weight', 'name'],
  display: '{name}',
  brief: 'name description',
  quickSearch: ['name', 'description', 'data'],
  filters: {
    tag_id: related('tags'),
    tag: related('tags', { by: 'slug' }),
    region_id: related('regions'),
    region: related('regions', { by: 'slug' }),
    site_group: related('site_groups', { by: 'slug' }),
    site_group_id: related('site_groups'),
    site_id: related('sites'),
    site: related('sites', { by: 'slug' }),
    location_id: related('locations'),
    location: related('locations', { by: 'slug' }),
    device_type_id: related('device_types'),
    device_role_id: related('roles'),
    device_role: related('roles', { by: 'slug' }),
    platform_id: related('platforms'),
    platform: related('platforms', { by: 'slug' }),
    cluster_type_id: related('cluster_types'),
    cluster_type: related('cluster_types', { by: 'slug' }),
    cluster_group_id: related('cluster_groups'),
    cluster_group: related('cluster_groups', { by: 'slug' }),
    cluster_id: related('clusters'),
    tenant_group_id: related('tenant_groups'),
    tenant_group: related('tenant_groups', { by: 'slug' }),
    tenant_id: related('tenants'),
    tenant: related('tenants', { by: 'slug' }),
  },
  list: {
    columns:
      'pk id name weight profile is_active is_synced description regions sites locations roles platforms cluster_types cluster_groups clusters tenant_groups tenants data_source data_file data_synced tags created last_updated',
    default: 'pk name weight profile is_active is_synced description',
  },
  form: {
    '': 'name weight profile is_active',
    Data: 'data',
    'Assigned to':
      'regions site_groups sites locations device_types roles platforms cluster_types cluster_groups clusters tenant_groups tenants tags',
  },
  indexes: [{ name: 'extras_conf_weight_ef9a81_idx', fields: ['weight', 'name'] }],
  fields: {
    name: text({ unique: true, max: 100 }),
    weight: integer({ default: 1000, clone: true, bits: 16, positive: true }),
    profile: foreignKey('extras.configcontextprofile', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'config_contexts',
      rest: { absent: null },
    }),
    description: text({ blank: true, max: 200 }),
    is_active: boolean({ default: true, clone: true }),
    regions: manyToMany('dcim.region', { blank: true, clone: true, relatedName: '_extras_configcontext_regions_+' }),
    site_groups: manyToMany('dcim.sitegroup', {
      blank: true,
      clone: true,
      relatedName: '_extras_configcontext_site_groups_+',
    }),
    sites: manyToMany('dcim.site', { blank: true, clone: true, relatedName: '_extras_configcontext_sites_+' }),
    locations: manyToMany('dcim.location', {
      blank: true,
      clone: true,
      relatedName: '_extras_configcontext_locations_+',
    }),
    device_types: manyToMany('dcim.devicetype', {
      blank: true,
      clone: true,
      relatedName: '_extras_configcontext_device_types_+',
    }),
    roles: manyToMany('dcim.devicerole', { blank: true, clone: true, relatedName: '_extras_configcontext_roles_+' }),
    platforms: manyToMany('dcim.platform', {
      blank: true,
      clone: true,
      relatedName: '_extras_configcontext_platforms_+',
    }),
    cluster_types: manyToMany('virtualization.clustertype', {
      blank: true,
      clone: true,
      relatedName: '_extras_configcontext_cluster_types_+',
    }),
    cluster_groups: manyToMany('virtualization.clustergroup', {
      blank: true,
      clone: true,
      relatedName: '_extras_configcontext_cluster_groups_+',
    }),
    clusters: manyToMany('virtualization.cluster', {
      blank: true,
      clone: true,
      relatedName: '_extras_configcontext_clusters_+',
    }),
    tenant_groups: manyToMany('tenancy.tenantgroup', {
      blank: true,
      clone: true,
      relatedName: '_extras_configcontext_tenant_groups_+',
    }),
    tenants: manyToMany('tenancy.tenant', { blank: true, clone: true, relatedName: '_extras_configcontext_tenants_+' }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    tags: manyToMany('extras.tag', {
      blank: true,
      clone: true,
      relatedName: '_extras_configcontext_tags_+',
      shape: 'slug',
    }),
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
    data: json({ clone: true, rest: { required: true } }),
    created: created(),
    last_updated: lastUpdated(),
    auto_sync_enabled: boolean({ default: false, rest: false, aside: true }),
  },
  graphql: {
    filters:
      'data_source_id:IntFilterLookup data_file_id:IntFilterLookup region_id=regions:TreeNodeFilter site_group_id=site_groups:TreeNodeFilter tenant_group_id=tenant_groups:TreeNodeFilter -profile -profile_id',
  },
});
