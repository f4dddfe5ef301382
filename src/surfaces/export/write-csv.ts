import type { ColumnMeta } from '../meta/contract.ts';
import { csvLine } from './csv-line.ts';
import type { ExportColumn } from './export-columns.ts';
import type { Exported } from './export-parts.ts';

/** How many objects are read and written at a time. */
export const chunk = 500;

/** A list as CSV, piece by piece: a line of labels, and a line for each object. */
export async function* writeCsv(
  { model, keys, context }: Exported,
  { columns, delimiter }: { columns: readonly ExportColumn[]; delimiter: string },
): AsyncGenerator<string> {
  yield csvLine(
    columns.map(({ label }) => label),
    delimiter,
  );
  const fields = new Set(['id', ...columns.map(({ path }) => path[0]!)]);
  for (let from = 0; from < keys.length; from += chunk) {
    const reader = context();
    const part = keys.slice(from, from + chunk);
    const texts = await reader.load(reader.shapes.only(model, fields), part);
    let lines = '';
    for (const key of part) {
      // Deleted since the list was read.
      const text = texts.get(key);
      if (text === undefined) continue;
      const object = JSON.parse(text) as Record<string, unknown>;
      lines += csvLine(
        columns.map((column) => column.text(valueAt(object, column.path))),
        delimiter,
      );
    }
    yield lines;
  }
}

function valueAt(object: unknown, path: ColumnMeta['path']): unknown {
  let value = object;
  for (const step of path) value = (value as Record<string, unknown> | null | undefined)?.[step];
  return value;
}
