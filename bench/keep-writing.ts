import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from '#database/connect.ts';

/** A transaction that changes no row, and after which nothing counts as unchanged. */
export const write = (sql: Sql) => sql.unsafe('select pg_current_xact_id()');

/** Commits some 200 transactions a second until it is stopped: nothing that is kept while nobody writes is of use. */
export function keepWriting(sql: Sql): () => Promise<void> {
  let stopped = false;
  const writing = (async () => {
    while (!stopped) {
      await write(sql);
      await sleep(4);
    }
  })();
  return async () => {
    stopped = true;
    await writing;
  };
}
