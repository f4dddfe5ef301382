import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import type { Find } from '../find.ts';
import type { Condition } from '../tree.ts';
import type { Filter } from './filter.ts';

/** What a behaviour makes its condition from. */
export interface BehaviourInput {
  readonly registry: Registry;
  readonly model: Model;
  readonly filter: Filter;
  /** Read by the filter's kind; for related kinds, the keys of the objects. Null stands for `null`. */
  readonly values: readonly (string | null)[];
  /** The values of another filter of the same request, read; none where it isn't given. */
  given(name: string): readonly (string | null)[];
  readonly find: Find;
  /** Who asks; undefined for anonymous visitors. */
  readonly userId: string | undefined;
}

/** A filter that needs more than a comparison at the end of a path. */
export type Behaviour = (input: BehaviourInput) => Condition | Promise<Condition>;

/** Every behaviour by the name under which models declare it. */
export type Behaviours = Readonly<Record<string, Behaviour>>;

/** Throws an Error naming `<app>.<model>.<filter>` where a declared behaviour is missing. */
export function checkBehaviours(filters: Iterable<readonly [Model, Filter]>, behaviours: Behaviours): void {
  for (const [model, { name, behaviour }] of filters)
    if (behaviour !== undefined && !behaviours[behaviour])
      throw new Error(`${model.name}.${name}: no filter behaviour is called ${behaviour}`);
}
