import type { Queryable, Sql } from '#database/connect.ts';

/** Runs something in a transaction and undoes it; deferred constraints are never checked. */
export async function rolledBack<T>(sql: Sql, run: (transaction: Queryable) => Promise<T>): Promise<T> {
  let result: T | undefined;
  const undo = new Error('undo');
  await sql
    .begin(async (transaction) => {
      result = await run(transaction);
      throw undo;
    })
    .catch((error) => {
      if (error !== undo) throw error;
    });
  return result as T;
}
