import type { ChoiceMeta, RelatedMeta } from '../../src/surfaces/meta/contract.ts';

/** What a view gets to show one value. */
export interface ValueProperties {
  readonly value: unknown;
  /** The object that the value belongs to. */
  readonly objectId: number;
  /** Colours by choice. */
  readonly colors?: Readonly<Record<string, string>> | undefined;
  /** The colour of a related object. */
  readonly tint?: string | undefined;
  /** The choices, for values that come without their labels. */
  readonly choices?: readonly ChoiceMeta[] | undefined;
  /** The model that a relation points at, where it is always the same. */
  readonly model?: string | undefined;
  /** The list that a count counts. */
  readonly counts?: RelatedMeta | undefined;
  /** There is room: a detail page rather than a cell. */
  readonly wide?: boolean | undefined;
}
