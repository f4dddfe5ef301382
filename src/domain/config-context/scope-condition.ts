/** A dimension to which contexts are assigned: the tables of pairs and of its objects, and how a row reaches one. */
interface Dimension {
  readonly pairs: string;
  readonly column: string;
  /** Joins behind the pair `p`, and the condition that ties it to the row `o`. */
  readonly match: string;
  /** Whether only devices have it: no other object falls within a context that is assigned to one. */
  readonly devicesOnly?: boolean;
}

const tree = (table: string, node: string): string =>
  `exists (select from ${table} n, ${table} t where n.id = p.COLUMN and t.id = (${node}) and t.path <@ n.path)`;

const site = (column: string): string => `select s.${column} from dcim_site s where s.id = o.site_id`;
const cluster = (column: string): string =>
  `select k.${column} from virtualization_cluster k where k.id = o.cluster_id`;

const dimensions: readonly Dimension[] = [
  { pairs: 'regions', column: 'region_id', match: tree('dcim_region', site('region_id')) },
  { pairs: 'site_groups', column: 'sitegroup_id', match: tree('dcim_sitegroup', site('group_id')) },
  { pairs: 'sites', column: 'site_id', match: 'p.COLUMN = o.site_id' },
  { pairs: 'locations', column: 'location_id', match: tree('dcim_location', 'o.location_id'), devicesOnly: true },
  { pairs: 'device_types', column: 'devicetype_id', match: 'p.COLUMN = o.device_type_id', devicesOnly: true },
  { pairs: 'roles', column: 'devicerole_id', match: tree('dcim_devicerole', 'o.role_id') },
  { pairs: 'platforms', column: 'platform_id', match: tree('dcim_platform', 'o.platform_id') },
  { pairs: 'cluster_types', column: 'clustertype_id', match: `p.COLUMN = (${cluster('type_id')})` },
  { pairs: 'cluster_groups', column: 'clustergroup_id', match: `p.COLUMN = (${cluster('group_id')})` },
  { pairs: 'clusters', column: 'cluster_id', match: 'p.COLUMN = o.cluster_id' },
  {
    pairs: 'tenant_groups',
    column: 'tenantgroup_id',
    match: 'p.COLUMN = (select t.group_id from tenancy_tenant t where t.id = o.tenant_id)',
  },
  { pairs: 'tenants', column: 'tenant_id', match: 'p.COLUMN = o.tenant_id' },
  {
    pairs: 'tags',
    column: 'tag_id',
    match:
      'exists (select from extras_taggeditem g where g.tag_id = p.COLUMN and g.content_type_id = TYPE and g.object_id = o.id)',
  },
];

/**
 * SQL that is true of a device or virtual machine `o` within the scope of a config context `c`, active or not; `type` is
 * the id of its content type.
 */
export function scopeCondition({ isDevice, type }: { isDevice: boolean; type: string }): string {
  return dimensions
    .map(({ pairs, column, match, devicesOnly }) => {
      const from = `select from extras_configcontext_${pairs} p where p.configcontext_id = c.id`;
      if (devicesOnly && !isDevice) return `not exists (${from})`;
      const tied = match.replaceAll('COLUMN', column).replaceAll('TYPE', String(Number(type)));
      return `(not exists (${from}) or exists (${from} and ${tied}))`;
    })
    .join(' and ');
}
