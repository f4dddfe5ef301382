import type { Registry } from '#registry/registry.ts';
import { copiesSql } from './copies-sql.ts';
import { foreignKeysSql } from './foreign-keys-sql.ts';
import { indexesSql } from './indexes-sql.ts';
import { tableSql } from './table-sql.ts';
import { tablesOf } from './tables-of.ts';
import { treeSql } from './tree-sql.ts';

/**
 * NetBox 4.7's schema as one script, derived from the models: what a table needs stands before it, relations come once
 * every table is there.
 */
export function schemaSql(registry: Registry): string {
  const tables = tablesOf(registry);
  const columns = new Map(tables.map(({ name, columns }) => [name, columns.map((column) => column.name)]));
  return [
    `SET LOCAL search_path = public;`,
    `CREATE COLLATION natural_sort (provider = icu, locale = 'und-u-kn-true');`,
    `CREATE EXTENSION IF NOT EXISTS ltree WITH SCHEMA public;`,
    ...tables.map(tableSql),
    ...tables.map(indexesSql),
    ...tables.map(foreignKeysSql),
    ...tables.map(treeSql),
    ...tables.map((table) => copiesSql(table, (name) => columns.get(name)!)),
  ]
    .filter(Boolean)
    .join('\n');
}
