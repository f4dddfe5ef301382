import { through } from '#query/compare.ts';
import type { Behaviour, BehaviourInput } from '#query/filters/behaviour.ts';
import { resolvePath } from '#query/path.ts';
import { and, type Condition, type Lookup, not, or } from '#query/tree.ts';
import { genericTo } from './generic-to.ts';
import { isThere, onPath, textsOf } from './on-path.ts';

/** Keys of objects by model that a VLAN group's scope may name. */
type Scopes = Readonly<Record<string, readonly (string | null | undefined)[]>>;

/** Models whose objects lie in a tree: a scope above them counts too. */
const trees = ['dcim.region', 'dcim.sitegroup', 'dcim.location'];

/** The VLAN's group has one of the scopes. */
function inScopes({ registry, model }: BehaviourInput, scopes: Scopes): Condition {
  const from = { registry, model: registry.get('ipam.vlangroup') };
  const { steps, field } = resolvePath(registry, model, 'group');
  const group = [...steps, { way: 'forward', model: from.model, column: `${field!.name}_id` } as const];
  return or(
    ...Object.entries(scopes).map(([target, keys]) => {
      const lookup: Lookup = trees.includes(target) ? 'ancestors' : 'exact';
      const values = keys.filter((key) => key !== null && key !== undefined);
      if (values.length === 0) return or();
      return through(
        group,
        genericTo(from, target, Object.freeze({ op: 'compare', field: undefined, lookup, values })),
      );
    }),
  );
}

/** VLANs of no site whose group, if any, has no scope. */
const everywhere = (input: BehaviourInput): Condition =>
  and(not(isThere(input, 'site')), not(isThere(input, 'group.scope_type')));

/** Fields of the object with the key; nulls where there is none. */
async function factsOf(
  { registry, find }: BehaviourInput,
  model: string,
  { key, fields }: { key: string | null | undefined; fields: readonly string[] },
): Promise<Record<string, string | null>> {
  const where = Object.freeze({ op: 'compare', field: undefined, lookup: 'exact', values: [key ?? ''] } as const);
  const [row] = key ? await find({ model: registry.get(model), where, fields }) : [];
  return Object.fromEntries(fields.map((field, index) => [field, row?.[index] ?? null]));
}

const siteFacts = (input: BehaviourInput, key: string | null | undefined) =>
  factsOf(input, 'dcim.site', { key, fields: ['region', 'group'] });

/** Filters of VLANs and their groups by where they can be used. */
export const vlanScopes = {
  /** Groups with exactly the scope that the filter's name tells. */
  filterScope: (input) => {
    const name = input.filter.name.replaceAll('_', '');
    const target = input.registry.models.find(({ model }) => model === name)!;
    return genericTo(
      input,
      target.name,
      Object.freeze({ op: 'compare', field: undefined, lookup: 'exact', values: textsOf(input) }),
    );
  },
  filterRelatedToSite: async (input) => {
    const sites = textsOf(input);
    const where = Object.freeze({ op: 'compare', field: undefined, lookup: 'exact', values: sites } as const);
    const groups = await input.find({ model: input.registry.get('dcim.site'), where, fields: ['group'] });
    return or(
      onPath(input, 'site', sites),
      inScopes(input, { 'dcim.site': sites, 'dcim.sitegroup': groups.map(([group]) => group) }),
    );
  },
  getForSite: async (input) => {
    const site = input.values[0]!;
    const { region, group } = await siteFacts(input, site);
    return or(
      inScopes(input, { 'dcim.site': [site], 'dcim.region': [region], 'dcim.sitegroup': [group] }),
      onPath(input, 'site', [site]),
      everywhere(input),
    );
  },
  getForSiteGroup: (input) => or(inScopes(input, { 'dcim.sitegroup': [input.values[0]] }), everywhere(input)),
  getForDevice: async (input) => {
    const fields = ['site', 'location', 'rack', 'cluster'];
    const { site, location, rack, cluster } = await factsOf(input, 'dcim.device', { key: input.values[0], fields });
    const [{ region, group }, clusterFacts] = await Promise.all([
      siteFacts(input, site),
      factsOf(input, 'virtualization.cluster', { key: cluster, fields: ['group'] }),
    ]);
    return or(
      inScopes(input, {
        'virtualization.cluster': [cluster],
        'virtualization.clustergroup': [clusterFacts.group],
        'dcim.region': [region],
        'dcim.sitegroup': [group],
        'dcim.site': [site],
        'dcim.location': [location],
        'dcim.rack': [rack],
      }),
      ...(site ? [onPath(input, 'site', [site])] : []),
      everywhere(input),
    );
  },
  getForVirtualmachine: async (input) => {
    const machine = await factsOf(input, 'virtualization.virtualmachine', {
      key: input.values[0],
      fields: ['cluster', 'site'],
    });
    const cluster = await factsOf(input, 'virtualization.cluster', {
      key: machine.cluster,
      fields: ['group', '_location', '_site', '_region', '_site_group'],
    });
    const site = machine.site ?? cluster._site;
    const { region, group } = await siteFacts(input, site);
    return or(
      inScopes(input, {
        'virtualization.cluster': [machine.cluster],
        'virtualization.clustergroup': [cluster.group],
        'dcim.region': [region, cluster._region],
        'dcim.sitegroup': [group, cluster._site_group],
        'dcim.site': [site],
        'dcim.location': [cluster._location],
      }),
      ...(site ? [onPath(input, 'site', [site])] : []),
      everywhere(input),
    );
  },
  filterInterfaceId: (input) => carriedBy(input, 'dcim.interface'),
  filterVminterfaceId: (input) => carriedBy(input, 'virtualization.vminterface'),
} satisfies Record<string, Behaviour>;

/** VLANs tagged or untagged on the interface. */
function carriedBy(input: BehaviourInput, model: string): Condition {
  const ways = [...input.registry.incoming(input.model)].filter(
    ([, incoming]) => incoming.model.name === model && ['untagged_vlan', 'tagged_vlans'].includes(incoming.field.name),
  );
  return or(...ways.map(([way]) => onPath(input, `${way}.id`, textsOf(input))));
}
