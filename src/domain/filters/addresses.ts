import { through } from '#query/compare.ts';
import type { Behaviour, BehaviourInput } from '#query/filters/behaviour.ts';
import { contentTypeCondition, stepsTo } from '#query/filters/condition-of.ts';
import { networkAddress } from '#query/filters/values/address.ts';
import { resolvePath, reverseStep } from '#query/path.ts';
import type { Step } from '#query/step.ts';
import { always, and, type Condition, type Lookup, never, not, or } from '#query/tree.ts';
import { isThere, onPath, yesOrNo } from './on-path.ts';

/** The values that are addresses or networks; the others find nothing. */
const networks = ({ values }: BehaviourInput): string[] =>
  values.flatMap((value) => (value === null ? [] : (networkAddress(value) ?? [])));

const compared = (input: BehaviourInput, path: string, lookup: Lookup): Condition => {
  const values = networks(input);
  return values.length === 0 ? never : onPath(input, path, values, lookup);
};

/** Every value must be a network: one that isn't finds nothing at all. */
const within = (input: BehaviourInput, paths: readonly string[]): Condition => {
  const values = networks(input);
  if (values.length < input.values.length) return never;
  return or(...values.map((value) => and(...paths.map((path) => onPath(input, path, [value], 'net_host_contained')))));
};

const range = ['start_address', 'end_address'];

/** Filters of prefixes, ranges and addresses. */
export const addresses = {
  /** Aggregates drop the bits right of the value's mask, prefixes keep them. */
  filterPrefix: (input) => {
    if (input.model.name !== 'ipam.aggregate') return compared(input, 'prefix', 'exact');
    const last = networkAddress(input.values.at(-1) ?? '');
    return last === undefined ? never : onPath(input, 'prefix', [last], 'net_network');
  },
  searchWithin: (input) => compared(input, 'prefix', 'net_contained'),
  searchWithinInclude: (input) => compared(input, 'prefix', 'net_contained_or_equal'),
  /** Networks count where they hold or are the value; a bare address must lie inside. Ranges compare masks too. */
  searchContains: (input) => {
    const [value] = networks(input);
    if (value === undefined) return never;
    if (input.model.fields.has('prefix'))
      return onPath(input, 'prefix', [value], value.includes('/') ? 'net_contains_or_equals' : 'net_contains');
    return and(onPath(input, 'start_address', [value], 'lte'), onPath(input, 'end_address', [value], 'gte'));
  },
  searchByParent: (input) => within(input, input.model.fields.has('address') ? ['address'] : range),
  filterAddress: (input) => compared(input, input.filter.name, 'net_in'),
  assignedToInterface: (input) => {
    const type = stepsTo(input.registry, resolvePath(input.registry, input.model, 'assigned_object_type'));
    const models = ['dcim.interface', 'virtualization.vminterface'];
    return yesOrNo(input, and(contentTypeCondition(type, models), isThere(input, 'assigned_object_id')));
  },
  /** The VRF itself, and those that export a target which it imports. */
  filterPresentInVrf: (input) =>
    or(
      onPath(input, 'vrf', [input.values[0]!]),
      onPath(input, 'vrf.export_targets.importing_vrfs.id', [input.values[0]!]),
    ),
  filterPrimary: (input) => yesOrNo(input, or(...primaryWays(input).map((step) => through([step], always)))),
  /** FHRP groups with an address in the network of a given one, in the same VRF. */
  filterRelatedIp: async (input) => {
    const keys = input.values.filter((value) => value !== null);
    const rows = await input.find({
      model: input.registry.get('ipam.ipaddress'),
      where: Object.freeze({ op: 'compare', field: undefined, lookup: 'exact', values: keys }),
      fields: ['address', 'vrf'],
    });
    const address = { ...input, model: input.registry.get('ipam.ipaddress') };
    const { steps } = resolvePath(input.registry, input.model, 'ip_addresses');
    return or(
      ...rows.map(([network, vrf]) =>
        Object.freeze({
          op: 'has',
          step: steps[0]!,
          where: and(
            onPath(address, 'address', [network!], 'net_contained_or_equal'),
            vrf ? onPath(address, 'vrf', [vrf]) : not(isThere(address, 'vrf')),
          ),
        } as const),
      ),
    );
  },
} satisfies Record<string, Behaviour>;

/** The relations by which interfaces name their primary MAC address. */
const primaryWays = ({ registry, model }: BehaviourInput): Step[] =>
  registry.models.flatMap((other) =>
    other.fields.has('primary_mac_address') ? [reverseStep(model, other, 'primary_mac_address')] : [],
  );
