import type { ColumnMeta } from '../meta/contract.ts';
import { farColumns } from '../meta/far-columns.ts';
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
  const fields = new Set(['id', ...columns.flatMap(({ path, far }) => (far ? [] : path[0]!))]);
  const declared = farColumns(model);
  const ways = Object.fromEntries(columns.flatMap(({ name, far }) => (far ? [[name, declared[name]!]] : [])));
  for (let from = 0; from < keys.length; from += chunk) {
    const reader = context();
    const part = keys.slice(from, from + chunk);
    const texts = await reader.load(reader.shapes.only(model, fields, { whole: true }), part);
    const afar = Object.keys(ways).length > 0 ? await reader.load(reader.shapes.afar(model, ways), part) : undefined;
    let lines = '';
    for (const key of part) {
      // Deleted since the list was read.
      const text = texts.get(key);
      if (text === undefined) continue;
      const object = JSON.parse(text) as Record<string, unknown>;
      const far = JSON.parse(afar?.get(key) ?? '{}') as Record<string, unknown>;
      lines += csvLine(
        columns.map((column) => column.text(valueAt(column.far ? far : object, column.path))),
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
