import type { Run } from '../run.ts';
import type { Rendered } from './rendered.ts';

/** One row as PostgreSQL's texts, in the order of the plan's columns. */
export type Row = readonly (string | null)[];

/** A piece of an answer, bound to the columns of the statement that it reads. */
export interface BoundPiece {
  /** Fetches what all rows together need, in a number of statements free of their count. */
  load?(rows: readonly Row[], run: Run): Promise<unknown> | undefined;
  /** JSON text of one row's value. */
  text(row: Row, state: unknown, run: Run): Rendered;
}

/** The value of one selected field: the columns it reads, and how it is bound to their places. */
export interface Piece {
  readonly columns: readonly string[];
  bind(at: (column: string) => number): BoundPiece;
}

/** The same text for every row. */
export const constantPiece = (text: string): Piece => ({ columns: [], bind: () => ({ text: () => text }) });
