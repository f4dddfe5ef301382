import type { Queryable, Sql } from '#database/connect.ts';
import { finishJob } from './finish-job.ts';
import { hasJobTables } from './job-tables.ts';

/** A process that runs jobs. */
export interface Worker {
  readonly name: string;
  readonly pid: string;
  readonly busy: boolean;
  /** As PostgreSQL writes it. */
  readonly born: string;
  readonly successful: number;
  readonly failed: number;
  /** Whole seconds. */
  readonly worked: number;
}

/**
 * The first of the two numbers of the locks that a worker holds as long as its connection lives: one with its key, and
 * from the beginning, before it has a key, one with 0 that it shares with the others. Who is killed loses them with the
 * connection, so that nobody has to guess from clocks who is alive.
 */
const lockClass = 5_203_473;

const locks = (key: string) => `
  select l.pid from pg_locks l where l.locktype = 'advisory' and l.classid = ${lockClass} and l.objid = ${key}
    and l.objsubid = 2 and l.granted and l.database = (select oid from pg_database where datname = current_database())`;

const alive = `exists (${locks('w.id::oid')})`;

/** What the connection of a worker is called: where there are no tables yet, it is all that is known of it. */
const connectionName = (name: string): string => `patchbay worker ${name} ${process.pid}`;

const named = `
  select split_part(a.application_name, ' ', 3) as name, split_part(a.application_name, ' ', 4) as pid,
    a.backend_start as born, 0 as successful, 0 as failed, 0 as worked, false as busy
  from pg_stat_activity a where a.pid in (${locks('0')}) order by a.backend_start`;

const registered = `
  select w.name, w.pid, w.born, w.successful, w.failed, floor(extract(epoch from w.worked)) as worked,
    exists (select from patchbay.job j where j.worker = w.id) as busy
  from patchbay.job_worker w where ${alive} order by w.id`;

/** Those who work at the moment. */
export async function liveWorkers(sql: Queryable): Promise<Worker[]> {
  const rows = await sql.unsafe((await hasJobTables(sql)) ? registered : named);
  return rows.map((row) => ({
    name: row.name as string,
    pid: row.pid as string,
    busy: row.busy === 't',
    born: row.born as string,
    successful: Number(row.successful),
    failed: Number(row.failed),
    worked: Number(row.worked),
  }));
}

/** Whether anybody works. */
export async function anyWorker(sql: Queryable): Promise<boolean> {
  const [row] = await sql.unsafe(`select exists (${locks('0')}) as there`);
  return row!.there === 't';
}

/** Says on a new connection that somebody works. */
export async function announceWorker(connection: Queryable, name: string): Promise<void> {
  await connection.unsafe(`select set_config('application_name', $1, false)`, [connectionName(name)]);
  await connection.unsafe(`select pg_advisory_lock_shared(${lockClass}, 0)`);
}

/** Makes a worker known, or known again, on the connection whose life is its own. Returns its key. */
export async function registerWorker(
  connection: Queryable,
  { name, host, key }: { name: string; host: string; key: number | undefined },
): Promise<number> {
  const kept = await connection.unsafe('select id from patchbay.job_worker where id = $1', [key ?? 0]);
  if (kept.length > 0) {
    const [lock] = await connection.unsafe(`select pg_try_advisory_lock(${lockClass}, $1::integer) as held`, [key!]);
    if (lock!.held !== 't') throw new Error('The connection that was lost still holds the lock.');
    return key!;
  }
  // Locked before anybody can see it.
  const [made] = await connection.unsafe(
    `with made as (insert into patchbay.job_worker (name, host, pid) values ($1, $2, $3) returning id)
     select id, pg_advisory_lock(${lockClass}, id) from made`,
    [name, host, process.pid],
  );
  return Number(made!.id);
}

/** Forgets a worker that has stopped. */
export async function forgetWorker(sql: Queryable, key: number): Promise<void> {
  await sql.unsafe('delete from patchbay.job_worker where id = $1', [key]);
}

/** What is told of a job whose process is gone. */
const died = 'The process that ran the job ended before the job did. Nothing of it was kept.';

/**
 * Ends the jobs of workers that are gone as errored, forgets those workers, and tasks of jobs that somebody deleted.
 * What such a job had written is gone with its connection: its transaction ends with the job, or not at all.
 */
export async function sweepWorkers(sql: Sql): Promise<void> {
  const gone = await sql.unsafe(`select w.id, w.host, w.pid from patchbay.job_worker w where not ${alive}`);
  for (const { id } of gone)
    await sql.begin(async (transaction) => {
      const own = transaction as unknown as Queryable;
      // Whoever is first takes the lock; a worker that has its connection back is left alone.
      const [lock] = await own.unsafe(`select pg_try_advisory_xact_lock(${lockClass}, $1::integer) as held`, [id]);
      if (lock!.held !== 't') return;
      const jobs = await own.unsafe('select id from patchbay.job where worker = $1', [id]);
      for (const job of jobs)
        await finishJob(own, { id: job.id as string, worker: Number(id) }, { status: 'errored', error: died });
      await forgetWorker(own, Number(id));
    });
  await sql.unsafe('delete from patchbay.job j where not exists (select from core_job c where c.id = j.id)');
}
