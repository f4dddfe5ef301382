import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';

/**
 * One relation on a path, from the model before it to `model`:
 * forward: this row's column holds the other's key; reverse: the other's column holds this key; pairs: a table of pairs
 * joins them; generic: the other's type and id columns name this row; generic forward: this row's type and id name the other.
 */
export type Step =
  | { readonly way: 'forward'; readonly model: Model; readonly column: string }
  | { readonly way: 'reverse'; readonly model: Model; readonly column: string }
  | {
      readonly way: 'pairs';
      readonly model: Model;
      readonly table: string;
      readonly own: string;
      readonly other: string;
    }
  | {
      readonly way: 'generic';
      readonly model: Model;
      /** The model that the type column must name. */
      readonly of: Model;
      readonly typeColumn: string;
      readonly idColumn: string;
    }
  | {
      readonly way: 'genericForward';
      readonly model: Model;
      readonly typeColumn: string;
      readonly idColumn: string;
    }
  | {
      readonly way: 'tags';
      readonly model: Model;
      readonly of: Model;
    };

/** A path through relations to a field, or to the object itself where `field` is undefined. */
export interface Path {
  readonly from: Model;
  readonly steps: readonly Step[];
  /** The model at the end of the steps. */
  readonly model: Model;
  readonly field: Field | undefined;
}

/** Whether the step can lead to several objects. */
export const isMany = (step: Step): boolean => step.way !== 'forward' && step.way !== 'genericForward';
