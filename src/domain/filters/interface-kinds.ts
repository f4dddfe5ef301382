import { interfaceType } from '#models/dcim/choices/interface-type.ts';
import type { Behaviour } from '#query/filters/behaviour.ts';
import { and, never, not, or } from '#query/tree.ts';
import { isThere, onPath, textsOf } from './on-path.ts';

const ofGroup = (group: string): string[] =>
  interfaceType.entries.flatMap((entry) =>
    'group' in entry && entry.group === group ? entry.choices.map(([value]) => String(value)) : [],
  );

const virtual = ['virtual', 'bridge', 'lag'];
const wireless = [...ofGroup('Wireless'), ...ofGroup('Cellular')];

/** Filters of interfaces by kind and by VLAN. */
export const interfaceKinds = {
  filterKind: (input) => {
    switch (input.values[0]?.toLowerCase()) {
      case 'physical':
        return and(not(onPath(input, 'type', [...virtual, ...wireless])), not(isThere(input, 'channel_id')));
      case 'virtual':
        return onPath(input, 'type', virtual);
      case 'wireless':
        return onPath(input, 'type', wireless);
      default:
        return never;
    }
  },
  filterVlanId: (input) => or(...vlanPaths.map((path) => onPath(input, `${path}.id`, textsOf(input)))),
  filterVlan: (input) => or(...vlanPaths.map((path) => onPath(input, `${path}.vid`, textsOf(input)))),
} satisfies Record<string, Behaviour>;

const vlanPaths = ['untagged_vlan', 'tagged_vlans', 'qinq_svlan'];
