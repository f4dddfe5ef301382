import type { Behaviour, BehaviourInput } from '#query/filters/behaviour.ts';
import { type Condition, or } from '#query/tree.ts';
import { namedBy } from './device-interfaces.ts';
import { genericTo } from './generic-to.ts';
import { onPath, textsOf } from './on-path.ts';

const member = (input: BehaviourInput, target: string, path: string): Condition =>
  genericTo(input, target, onPath({ ...input, model: input.registry.get(target) }, path, textsOf(input)));

/** Filters of a circuit group's assignments by their members. */
export const circuitGroups = {
  filterCircuit: (input) => member(input, 'circuits.circuit', namedBy(input, 'cid')),
  filterVirtualCircuit: (input) => member(input, 'circuits.virtualcircuit', namedBy(input, 'cid')),
  filterProvider: (input) => {
    const by = namedBy(input, 'slug');
    return or(
      member(input, 'circuits.circuit', `provider.${by}`),
      member(input, 'circuits.virtualcircuit', `provider_network.provider.${by}`),
    );
  },
} satisfies Record<string, Behaviour>;
