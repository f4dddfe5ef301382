import { identifier } from './identifier.ts';
import type { Table } from './table.ts';

/** One `ALTER TABLE` with every foreign key of a table; nothing for a table that points nowhere. */
export function foreignKeysSql(table: Table): string {
  if (table.foreignKeys.length === 0) return '';
  const lines = table.foreignKeys.map(
    (key) =>
      `ADD CONSTRAINT ${identifier(key.name)} FOREIGN KEY (${identifier(key.column)})` +
      ` REFERENCES ${identifier(key.table)} (${identifier(key.target)}) DEFERRABLE INITIALLY DEFERRED`,
  );
  return `ALTER TABLE ${identifier(table.name)}\n  ${lines.join(',\n  ')};`;
}
