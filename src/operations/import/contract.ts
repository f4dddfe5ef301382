/** What an import takes and tells. */

/** What an import asks for. */
export interface ImportRequest {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** What happens to rows whose object is there: they are made all the same (and refused), left, or change it. */
  readonly existing: 'refuse' | 'skip' | 'update';
  /** The columns by which a row finds the object that is there. */
  readonly match: readonly string[];
  readonly message: string;
}

/** What an import did, or would do. */
export interface ImportResult {
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  /** By row: messages by column; where there are any, nothing is kept. */
  readonly errors: readonly { readonly row: number; readonly errors: Readonly<Record<string, readonly string[]>> }[];
  /** Keys in the rows of the input that mean nothing here. */
  readonly ignored: readonly string[];
  /** What became of each row, in their order. */
  readonly outcomes: readonly ('create' | 'update' | 'skip' | 'wrong')[];
}
