import { arrayElements } from '#fields/array-text.ts';
import type { ReadContext } from '#operations/read/context.ts';
import type { Model } from '#registry/model.ts';
import { type Dimension, dimensions } from './contexts.ts';

/** What an object is, in the terms in which config contexts are assigned: keys by dimension, ancestors included. */
export type Attributes = Readonly<Record<Dimension, readonly string[]>>;

/** Keys on the way from the root of a tree to a node, which is the last: labels of its path are zero-padded keys. */
const keysOnPath = (path: string | null): string[] =>
  path === null || path === '' ? [] : path.split('.').map((label) => label.replace(/^0+(?=\d)/, ''));
const key = (text: string | null): string[] => (text === null ? [] : [text]);

/** How each dimension's column of the statement is read. */
const readers: Readonly<Record<Dimension, (text: string | null) => string[]>> = {
  regions: keysOnPath,
  site_groups: keysOnPath,
  sites: key,
  locations: keysOnPath,
  device_types: key,
  roles: keysOnPath,
  platforms: keysOnPath,
  cluster_types: key,
  cluster_groups: key,
  clusters: key,
  tenant_groups: key,
  tenants: key,
  tags: (text) => (text === null ? [] : (arrayElements(text) as string[])),
};

/** A virtual machine has neither a location nor a device type: contexts that name one don't apply to it. */
const statement = (model: Model) => {
  const isDevice = model.fields.has('device_type');
  return `select o.id, region.path, site_group.path, o.site_id, ${isDevice ? 'location.path, o.device_type_id' : 'null, null'},
      role.path, platform.path, cluster.type_id, cluster.group_id, o.cluster_id, tenant.group_id, o.tenant_id,
      (select array_agg(distinct tag_id) from extras_taggeditem where object_id = o.id and content_type_id = $2)
    from ${model.table} o
    left join dcim_site site on site.id = o.site_id
    left join dcim_region region on region.id = site.region_id
    left join dcim_sitegroup site_group on site_group.id = site.group_id
    ${isDevice ? 'left join dcim_location location on location.id = o.location_id' : ''}
    left join dcim_devicerole role on role.id = o.role_id
    left join dcim_platform platform on platform.id = o.platform_id
    left join virtualization_cluster cluster on cluster.id = o.cluster_id
    left join tenancy_tenant tenant on tenant.id = o.tenant_id
    where o.id = any($1)`;
};

/** Attributes of devices or virtual machines by key, with a text that is the same for those that are alike. */
export async function attributesOf(
  model: Model,
  keys: readonly string[],
  context: ReadContext,
): Promise<ReadonlyMap<string, { readonly attributes: Attributes; readonly alike: string }>> {
  const rows = await context.rows(statement(model), [
    `{${keys.join(',')}}`,
    context.contentTypes.id(model.name) ?? '0',
  ]);
  return new Map(
    rows.map(([id, ...columns]) => [
      id!,
      {
        attributes: Object.fromEntries(
          dimensions.map(([dimension], index) => [dimension, readers[dimension](columns[index] ?? null)]),
        ) as unknown as Attributes,
        alike: columns.join(' | '),
      },
    ]),
  );
}
