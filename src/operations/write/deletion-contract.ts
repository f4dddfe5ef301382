/** What is told of a deletion before it is done. */

/** What a deletion would do. */
export interface DeletionPreview {
  /** How many of the asked objects are there and may be deleted. */
  readonly count: number;
  /** What goes with them, by model. */
  readonly goes: readonly DeletionGroup[];
  /** Relations of other objects that are emptied. */
  readonly cleared: readonly { readonly model: string; readonly field: string; readonly count: number }[];
  /** Which of the asked objects may not go: what protects them, what rules say. */
  readonly refused: readonly {
    readonly id: number;
    readonly display: string;
    readonly by: readonly DeletionGroup[];
    readonly reasons: readonly string[];
  }[];
}

/** Objects of one model; the first few that the asker may see by name. */
export interface DeletionGroup {
  readonly model: string;
  readonly count: number;
  readonly named: readonly NamedObject[];
}

export interface NamedObject {
  readonly id: number;
  readonly display: string;
}
