import { type ImportRow, isBlank, refuseCell } from '#operations/import/import-row.ts';
import { readBoolean, UnreadableCell } from '#operations/import/read-cell.ts';

/** Takes a cell off the row: its text, or undefined where it says nothing. */
export function takeText(row: ImportRow, column: string): string | undefined {
  const value = row.cells.get(column);
  row.cells.delete(column);
  return isBlank(value) ? undefined : String(value).trim();
}

/** Takes a cell off the row: whether it says yes; undefined where it says nothing, or what is refused. */
export function takeTruth(row: ImportRow, column: string): boolean | undefined {
  const text = takeText(row, column);
  if (text === undefined) return undefined;
  try {
    return readBoolean(text);
  } catch (error) {
    if (!(error instanceof UnreadableCell)) throw error;
    refuseCell(row, column, error.message);
    return undefined;
  }
}
