import type { ReadContext } from '#operations/read/context.ts';
import type { JsonObject } from './merge.ts';

/** What a config context can be assigned to: the many-to-many field, and the column of the other side. */
export const dimensions = [
  ['regions', 'region_id'],
  ['site_groups', 'sitegroup_id'],
  ['sites', 'site_id'],
  ['locations', 'location_id'],
  ['device_types', 'devicetype_id'],
  ['roles', 'devicerole_id'],
  ['platforms', 'platform_id'],
  ['cluster_types', 'clustertype_id'],
  ['cluster_groups', 'clustergroup_id'],
  ['clusters', 'cluster_id'],
  ['tenant_groups', 'tenantgroup_id'],
  ['tenants', 'tenant_id'],
  ['tags', 'tag_id'],
] as const;

export type Dimension = (typeof dimensions)[number][0];

/** An active config context with what it is assigned to; a dimension without assignments is left out. */
export interface Context {
  readonly id: string;
  readonly data: JsonObject;
  readonly assigned: readonly (readonly [Dimension, ReadonlySet<string>])[];
}

/** All active config contexts in the order in which they apply: by weight, then by name. Read once a request. */
export function activeContexts(context: ReadContext): Promise<readonly Context[]> {
  return context.once('config contexts', async () => {
    const rows = await context.rows(
      'select id, data from extras_configcontext where is_active order by weight, name collate "C"',
    );
    if (rows.length === 0) return [];
    const pairs = await context.rows(
      dimensions
        .map(
          ([name, column], index) =>
            `select ${index}, configcontext_id, ${column} from extras_configcontext_${name} where configcontext_id = any($1)`,
        )
        .join(' union all '),
      [`{${rows.map(([id]) => id).join(',')}}`],
    );
    const assigned = new Map<string, Map<Dimension, Set<string>>>(rows.map(([id]) => [id!, new Map()]));
    for (const [index, id, key] of pairs) {
      const [dimension] = dimensions[Number(index)]!;
      const sets = assigned.get(id!)!;
      const set = sets.get(dimension);
      if (set) set.add(key!);
      else sets.set(dimension, new Set([key!]));
    }
    return rows.map(([id, data]) => ({
      id: id!,
      data: JSON.parse(data!) as JsonObject,
      assigned: [...assigned.get(id!)!],
    }));
  });
}
