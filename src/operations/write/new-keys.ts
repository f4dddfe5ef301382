import type { WriteContext } from './write-context.ts';

/** Keys for new rows of a table, from its own sequence, which is looked up once. */
export async function newKeys(
  context: WriteContext,
  { table, key, count }: { table: string; key: string; count: number },
): Promise<string[]> {
  const rows = await context.rows(
    'select nextval((select pg_get_serial_sequence($1, $2)::regclass)) from generate_series(1, $3::int)',
    [`public."${table}"`, key, count],
  );
  return rows.map(([one]) => one!);
}
