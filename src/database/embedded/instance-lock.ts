import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Sql } from '../connect.ts';
import { InstanceRunningError } from './errors.ts';

/** The advisory lock, in the database `postgres`, that one Patchbay holds as long as it lives. */
const lock = 5_203_471;

/**
 * Takes the lock that makes this process the cluster's only Patchbay. PostgreSQL drops it with the connection, so a
 * killed process leaves none behind; no file could promise that.
 */
export async function takeInstanceLock(url: string, dataDirectory: string): Promise<Sql> {
  const sql = connect(url, { max: 1, applicationName: `patchbay instance ${process.pid}` });
  sql.options.max_lifetime = null;
  try {
    for (let attempt = 1; ; attempt++) {
      const answer = await sql
        .unsafe(
          `select pg_try_advisory_lock(${lock}) taken, (select substring(application_name from '[0-9]+$')
             from pg_locks join pg_stat_activity using (pid) where locktype = 'advisory' and objid = ${lock} limit 1) holder`,
        )
        .catch(retryWhileStarting);
      if (answer?.[0]?.taken === 't') return sql;
      if (answer && attempt > 3) throw new InstanceRunningError(dataDirectory, (answer[0]?.holder as string) ?? null);
      if (attempt > 100) throw new Error(`PostgreSQL in ${dataDirectory} runs, but takes no connections`);
      await sleep(100);
    }
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }
}

/** 57P03: the server is starting up or shutting down. */
function retryWhileStarting(error: { code?: string }): null {
  if (error.code === '57P03') return null;
  throw error;
}
