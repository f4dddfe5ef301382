/** One row of an import on its way: what was given by column, what REST will be given by field, what is wrong. */
export interface ImportRow {
  /** Its place among all rows, from 0. */
  readonly index: number;
  /** Cells that no field has taken yet, by column. */
  readonly cells: Map<string, unknown>;
  /** The object as REST takes it. */
  readonly input: Record<string, unknown>;
  /** Messages by column; `__all__` for those of none. */
  readonly errors: Map<string, string[]>;
  /** Which column gave a field. */
  readonly columns: Map<string, string>;
  /** Keys of the objects that the row names, by field or by a column that only narrows. */
  readonly keys: Map<string, string>;
  /** The object that the row changes; undefined where it makes one. */
  id: string | undefined;
}

/** Adds a message to a column's. */
export function refuseCell(row: ImportRow, column: string, message: string): void {
  row.errors.set(column, [...(row.errors.get(column) ?? []), message]);
}

/** Whether a cell says nothing. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
