import { randomUUID } from 'node:crypto';
import { HttpError } from '#base/http-error.ts';
import type { Queryable, Sql } from '#database/connect.ts';
import { jobTables } from './job-tables.ts';

/** The channel on which processes tell each other of jobs: an empty text, or `stop <key>`. */
export const jobChannel = 'patchbay_job';

/** How many jobs may wait. */
const most = 1000;

/** What shall be done later, and for whom. */
export interface NewJob {
  /** The name of its JobKind. */
  readonly kind: string;
  /** What people see: `Bulk update devices`. */
  readonly name: string;
  readonly userId: string;
  /** What the kind is given when it runs: anything that JSON holds. */
  readonly task: unknown;
}

/**
 * Leaves work to a job: a row of core_job, `pending` in the queue `default`, whose task any process may take up. Returns
 * its key. Throws 503 where too many wait.
 */
export async function enqueueJob(sql: Sql, { kind, name, userId, task }: NewJob): Promise<string> {
  await jobTables(sql);
  return (await sql.begin(async (transaction) => {
    const own = transaction as unknown as Queryable;
    const [waiting] = await own.unsafe('select count(*) >= $1 as full from patchbay.job where worker is null', [most]);
    if (waiting!.full === 't')
      throw new HttpError(503, 'Too many background jobs are waiting.', { 'retry-after': '60' });
    const [row] = await own.unsafe(
      `with made as (
         insert into core_job (name, created, status, user_id, job_id, queue_name, notifications, error, log_entries)
         values ($1, now(), 'pending', $2, $3, 'default', 'always', '', '{}') returning id
       )
       insert into patchbay.job (id, kind, task) select id, $4, $5 from made
       returning id, pg_notify('${jobChannel}', '')`,
      [name.slice(0, 200), userId, randomUUID(), kind, JSON.stringify(task)],
    );
    return row!.id as string;
  })) as string;
}
