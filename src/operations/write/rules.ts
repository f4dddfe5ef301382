import type { Model } from '#registry/model.ts';
import type { Draft } from './draft.ts';
import type { WriteContext } from './write-context.ts';

/**
 * What a model does beyond what it declares. Every hook is told of all drafts of a request together, so that its
 * statements don't depend on their number.
 */
export interface ModelRules {
  /** Reads parts of the request that are no plain fields; fills columns that follow from others. Before validation. */
  prepare?(drafts: readonly Draft[], context: WriteContext): Promise<void> | void;
  /** Adds errors. Only drafts without errors so far are passed. */
  validate?(drafts: readonly Draft[], context: WriteContext): Promise<void> | void;
  /** Adds errors, once nothing else is wrong, uniqueness included: what NetBox's API asks of an object that is sound. */
  validateSound?(drafts: readonly Draft[], context: WriteContext): Promise<void> | void;
  /** Fills columns that follow from others, after validation, right before writing. */
  derive?(drafts: readonly Draft[], context: WriteContext): Promise<void> | void;
  /** After the rows are written. */
  saved?(drafts: readonly Draft[], context: WriteContext): Promise<void> | void;
  /** Why rows may not be deleted, by key; nothing where they may. */
  mayDelete?(
    rows: readonly Deleted[],
    where: { model: Model; context: WriteContext },
  ): Promise<ReadonlyMap<string, string>> | ReadonlyMap<string, string>;
  /** Before rows are deleted, with their columns; may delete or change others, or throw. */
  deleting?(rows: readonly Deleted[], context: WriteContext, model: Model): Promise<void> | void;
  /** What the change log keeps of objects beyond their columns: members as pairs of a name and JSON text, by key. */
  logged?(
    keys: readonly string[],
    context: WriteContext,
  ): Promise<ReadonlyMap<string, readonly (readonly [name: string, json: string])[]>>;
  /** After they are gone. */
  deleted?(rows: readonly Deleted[], context: WriteContext): Promise<void> | void;
}

/** A row that is being deleted. */
export interface Deleted {
  readonly key: string;
  readonly columns: ReadonlyMap<string, string | null>;
}

/** Rules by model; those under `*` apply to every model, before the model's own. */
export type Rules = Readonly<Record<string, readonly ModelRules[]>>;
