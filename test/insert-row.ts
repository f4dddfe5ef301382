import type { Queryable } from '#database/connect.ts';

let count = 0;

/**
 * Inserts a row of which a test says only what it is about: columns that must not be null get an empty value, texts
 * and numbers one of their own.
 */
export async function insertRow(sql: Queryable, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const required = (await sql
    .unsafe(
      `select attname, format_type(atttypid, atttypmod) from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and attnotnull and attidentity = '' and not attisdropped`,
      [table],
    )
    .values()) as unknown as [string, string][];
  const values = { ...Object.fromEntries(required.map(([name, type]) => [name, empty(type)])), ...row };
  const names = Object.keys(values);
  await sql.unsafe(
    `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')})
     values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(values) as never[],
  );
}

function empty(type: string): string {
  if (type === 'jsonb') return '{}';
  if (type === 'boolean') return 'f';
  if (type === 'ltree') return '';
  if (type === 'cidr') return '192.0.2.0/24';
  if (type.endsWith('[]')) return '{}';
  if (type.startsWith('timestamp')) return '2026-01-01';
  if (type === 'character varying(1)') return 'A';
  return type.startsWith('character') || type === 'text' ? `x${++count}` : String(++count);
}
