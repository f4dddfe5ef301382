import type { FilterKind } from '#registry/filter.ts';
import type { Model } from '#registry/model.ts';
import type { Path } from '../step.ts';
import type { Lookup } from '../tree.ts';

/** One query parameter of a model's list: how its values are read and what they are compared with. */
export interface Filter {
  readonly name: string;
  /** The filter without lookup that this one is derived from; its own name where it is that one. */
  readonly base: string;
  readonly kind: FilterKind;
  readonly lookup: Lookup;
  /** Objects that don't compare. */
  readonly negated: boolean;
  /** Only the last of repeated values counts. */
  readonly one: boolean;
  /** What is compared; undefined where a behaviour decides. */
  readonly path: Path | undefined;
  /** Related kinds: the model whose objects the values name, and the attribute that names them (absent: its key). */
  readonly to: Model | undefined;
  readonly by: string | undefined;
  /** The name of the behaviour that implements the filter. */
  readonly behaviour: string | undefined;
  /** The values that a choice filter accepts. */
  readonly choices: readonly (string | number)[] | undefined;
  /** Choices: the word `null` asks for objects without a value. */
  readonly nullWord: boolean;
  /** Numbers: the least and the most that a value may be. */
  readonly within: readonly [least: string, most: string] | undefined;
  /** Single numbers: a fraction is refused instead of cut off. */
  readonly whole: boolean;
  /** Tags: one of the values suffices. */
  readonly any: boolean;
}
