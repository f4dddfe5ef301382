import { identifier } from './identifier.ts';
import type { Table } from './table.ts';

/** The indexes of a table that no constraint makes. */
export function indexesSql(table: Table): string {
  return table.indexes
    .map(
      ({ name, unique, on }) =>
        `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${identifier(name)} ON ${identifier(table.name)} USING ${on};`,
    )
    .join('\n');
}
