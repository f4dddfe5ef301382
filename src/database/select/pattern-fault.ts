import type { Sql } from '../connect.ts';

/** PostgreSQL's code for a regular expression that it can't read. */
export const invalidPattern = '2201B';

/** What is wrong with a regular expression, in PostgreSQL's words; undefined where nothing is. */
export async function patternFault(sql: Sql, pattern: string): Promise<string | undefined> {
  try {
    await sql.unsafe(`select '' ~ $1`, [pattern]);
    return undefined;
  } catch (error) {
    if ((error as { code?: string }).code !== invalidPattern) throw error;
    return (error as Error).message;
  }
}
