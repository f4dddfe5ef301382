import type { Behaviour, BehaviourInput } from '#query/filters/behaviour.ts';
import { type Condition, or } from '#query/tree.ts';
import { namedBy } from './device-interfaces.ts';
import { genericTo } from './generic-to.ts';
import { onPath, textsOf } from './on-path.ts';

const ways: readonly (readonly [target: string, site: string])[] = [
  ['ipam.vlan', 'site'],
  ['dcim.interface', 'device.site'],
  ['virtualization.vminterface', 'virtual_machine.site'],
];

const atPlace = (input: BehaviourInput, place: string): Condition =>
  or(
    ...ways.map(([target, site]) =>
      genericTo(
        input,
        target,
        onPath(
          { ...input, model: input.registry.get(target) },
          `${site}${place}.${namedBy(input, 'slug')}`,
          textsOf(input),
        ),
      ),
    ),
  );

/** Filters of L2VPN terminations by the site of what they terminate on; regions without those below. */
export const l2vpnPlaces = {
  filterSite: (input) => atPlace(input, ''),
  filterRegion: (input) => atPlace(input, '.region'),
} satisfies Record<string, Behaviour>;
