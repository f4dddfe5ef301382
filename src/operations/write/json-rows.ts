import { quoted } from '#fields/json-text.ts';
import type { Text } from './draft.ts';
import type { StoredColumn } from './stored.ts';

/** Columns whose text is itself JSON and must not be read as a JSON string. */
export const isJson = ({ field }: StoredColumn): boolean => field?.kind.columnType(field) === 'jsonb';

/** Rows as the JSON array that json_populate_recordset reads: every value as PostgreSQL's text. */
export function jsonRows(columns: readonly StoredColumn[], rows: Iterable<ReadonlyMap<string, Text>>): string {
  const texts: string[] = [];
  for (const row of rows)
    texts.push(
      `{${columns
        .map((column) => {
          const value = row.get(column.name) ?? null;
          return `${quoted(column.name)}:${value === null ? 'null' : isJson(column) ? value : quoted(value)}`;
        })
        .join(',')}}`,
    );
  return `[${texts.join(',')}]`;
}
