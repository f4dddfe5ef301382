import { through } from '#query/compare.ts';
import type { Behaviour, BehaviourInput } from '#query/filters/behaviour.ts';
import { resolvePath } from '#query/path.ts';
import { and, type Condition, not } from '#query/tree.ts';
import { genericKey } from './generic-to.ts';
import { type From, onPath, textsOf } from './on-path.ts';

/** A condition on one termination of the cable (or on the termination itself, where those are listed). */
function onTermination(input: BehaviourInput, condition: (from: From) => Condition): Condition {
  const { registry, model } = input;
  const termination = { registry, model: registry.get('dcim.cabletermination') };
  if (model === termination.model) return condition(termination);
  return through(resolvePath(registry, model, 'terminations').steps, condition(termination));
}

const atEnd =
  (end: 'A' | 'B'): Behaviour =>
  (input) =>
    onTermination(input, (from) =>
      and(onPath(from, 'cable_end', [end]), onPath(from, 'termination_id', textsOf(input))),
    );

/** Filters of cables and their terminations. */
export const cables = {
  filterByCableEndA: atEnd('A'),
  filterByCableEndB: atEnd('B'),
  unterminated: (input) => {
    const [a, b] = ['A', 'B'].map((end) => onTermination(input, (from) => onPath(from, 'cable_end', [end])));
    const both = and(a!, b!);
    return input.values[0] === 'true' ? not(both) : both;
  },
  /** By the place that a termination repeats: `rack_id` by key, `rack` by name, `site` by slug; locations one by one. */
  filterByTermination: (input) => {
    const place = input.filter.name.replace(/_id$/, '');
    const by = input.filter.kind === 'number' ? 'id' : place === 'site' ? 'slug' : 'name';
    return onTermination(input, (from) => onPath(from, `_${place}.${by}`, textsOf(input)));
  },
  /** `interface_id`: terminations on objects of the model that the filter's name begins with. */
  filterByTerminationType: (input) => {
    const name = input.filter.name.replace(/_id$/, '');
    const target = input.registry.models.find(({ model }) => model === name)!;
    return onTermination(input, (from) => genericKey(from, target.name, textsOf(input)));
  },
} satisfies Record<string, Behaviour>;
