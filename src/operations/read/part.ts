import type { ReadContext } from './context.ts';
import type { Row } from './row.ts';

/** What a part learned for all rows at once; each part knows its own. */
export type State = unknown;

/** A part of a shape, bound to the columns of the statement that it reads. */
export interface BoundPart {
  /** Fetches what all rows together need beside their own columns, in a number of statements free of their count. */
  load?(rows: readonly Row[], context: ReadContext): Promise<State> | undefined;
  /** JSON text of one row's value. */
  text(row: Row, state: State, context: ReadContext): string;
}

/** One property of a shape: the columns it reads, and how it is bound to their places. */
export interface Part {
  readonly name: string;
  readonly columns: readonly string[];
  bind(at: (column: string) => number): BoundPart;
}
