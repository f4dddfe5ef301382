import type { Queryable } from '#database/connect.ts';
import { enqueueWithin, type NewJob } from './enqueue-job.ts';

/** A job that comes again and again; its task is what tells it from others of its kind. */
export type RecurringJob = NewJob & { readonly interval: number };

/**
 * Sees within a transaction that a recurring job waits, once: one that waits with the same interval stays, others of the
 * same task make room for it. Says whether it is a new one. The tables are there.
 */
export async function recurWithin(transaction: Queryable, job: RecurringJob): Promise<boolean> {
  // Two processes that look at once would both find nothing.
  await transaction.unsafe(`select pg_advisory_xact_lock(hashtext('patchbay.recurring'))`);
  const kept = await transaction.unsafe(
    `select from patchbay.job j join core_job c on c.id = j.id
     where j.kind = $1 and j.task = $2 and c.interval = $3 and c.status in ('pending', 'scheduled', 'running')`,
    [job.kind, JSON.stringify(job.task), job.interval],
  );
  if (kept.length > 0) return false;
  await endRecurring(transaction, job);
  await enqueueWithin(transaction, job);
  return true;
}

/** Takes away what waits of a recurring job; what runs of it ends, and doesn't come again. */
export async function endRecurring(
  transaction: Queryable,
  { kind, task }: Pick<RecurringJob, 'kind' | 'task'>,
): Promise<void> {
  await transaction.unsafe(
    `with gone as (
       delete from patchbay.job j using core_job c
       where c.id = j.id and j.kind = $1 and j.task = $2 and j.worker is null and c.interval is not null
       returning j.id
     ), last as (
       update core_job c set interval = null from patchbay.job j
       where c.id = j.id and j.kind = $1 and j.task = $2 and j.worker is not null
     )
     delete from core_job c using gone g where c.id = g.id`,
    [kind, JSON.stringify(task)],
  );
}
