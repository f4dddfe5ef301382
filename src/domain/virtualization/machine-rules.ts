import type { Draft } from '#operations/write/draft.ts';
import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { relatedRows } from '../rules/related-rows.ts';
import { matchDisks } from './match-disks.ts';
import { ownAddresses } from './own-addresses.ts';

/** Virtual machines: where they run, what their type gives them, disks and addresses of their own. */
export const machineRules: ModelRules = {
  async validate(drafts, context) {
    const places = await placesOf(drafts, context);
    for (const draft of drafts) {
      const problem = placeProblem(draft, places);
      if (problem) draft.errors.add(...problem);
    }
    await matchDisks(
      drafts.filter(({ errors, isNew }) => !errors.any && !isNew),
      context,
    );
    await ownAddresses(
      drafts.filter(({ errors }) => !errors.any),
      context,
    );
  },

  async derive(drafts, context) {
    const { clusters, devices } = await placesOf(drafts, context);
    const types = await relatedRows(drafts, context, {
      relation: 'virtual_machine_type',
      select: 't.default_platform_id, t.default_vcpus, t.default_memory',
    });
    for (const draft of drafts) {
      if (draft.get('site') === null)
        draft.set('site', clusterSite(draft, clusters) ?? devices.get(draft.get('device') ?? '')?.[0] ?? null);
      const type = draft.isNew ? types.get(draft.get('virtual_machine_type') ?? '') : undefined;
      if (type)
        for (const [index, field] of ['platform', 'vcpus', 'memory'].entries())
          if (draft.get(field) === null) draft.set(field, type[index]!);
    }
  },
};

type Rows = Awaited<ReturnType<typeof relatedRows>>;
interface Places {
  readonly clusters: Rows;
  readonly devices: Rows;
}

async function placesOf(drafts: readonly Draft[], context: Parameters<typeof relatedRows>[1]): Promise<Places> {
  const [clusters, devices] = await Promise.all([
    relatedRows(drafts, context, { relation: 'cluster', select: 't._site_id' }),
    relatedRows(drafts, context, { relation: 'device', select: 't.site_id, t.cluster_id' }),
  ]);
  return { clusters, devices };
}

const clusterSite = (draft: Draft, clusters: Rows): string | null =>
  clusters.get(draft.get('cluster') ?? '')?.[0] ?? null;

function placeProblem(
  draft: Draft,
  { clusters, devices }: Places,
): readonly [field: string, message: string] | undefined {
  const [site, cluster, device] = [draft.get('site'), draft.get('cluster'), draft.get('device')];
  if (site === null && cluster === null && device === null)
    return [wholeObject, 'A virtual machine must be assigned to a site, cluster, or device.'];
  const ofCluster = clusterSite(draft, clusters);
  if (site !== null && ofCluster !== null && ofCluster !== site)
    return ['cluster', 'The selected cluster is not assigned to this site.'];
  if (device === null) return undefined;
  const [deviceSite, deviceCluster] = devices.get(device)!;
  if (site !== null && deviceSite !== site) return ['site', 'The selected device is not assigned to this site.'];
  if (cluster === null && deviceCluster !== null)
    return ['cluster', "Must specify the assigned device's cluster when assigning a host device."];
  if (cluster !== null && deviceCluster !== cluster)
    return ['device', 'The selected device is not assigned to this cluster.'];
  return undefined;
}
