import type { Queryable } from '#database/connect.ts';

/** A job that was taken up. */
export interface ClaimedJob {
  readonly id: string;
  readonly kind: string;
  readonly task: unknown;
}

/**
 * Takes up the next job that is due: `high` before `default` before `low`, and the first come first. Its row says at
 * once that it runs. Others that look at the same moment get the next one.
 */
export async function claimJob(sql: Queryable, worker: number): Promise<ClaimedJob | undefined> {
  const [row] = await sql.unsafe(
    `with next as (
       select j.id from patchbay.job j join core_job c on c.id = j.id
       where j.worker is null and (c.status = 'pending' or c.status = 'scheduled' and c.scheduled <= now())
       order by case c.queue_name when 'high' then 0 when 'low' then 2 else 1 end, j.id
       limit 1 for update of j, c skip locked
     ), begun as (
       update core_job c set status = 'running', started = clock_timestamp() from next n where c.id = n.id
     )
     update patchbay.job j set worker = $1 from next n where j.id = n.id returning j.id, j.kind, j.task`,
    [worker],
    { prepare: true },
  );
  return row && { id: row.id as string, kind: row.kind as string, task: JSON.parse(row.task as string) };
}

/** Gives a job back that was taken up and undone: it waits again. */
export async function returnJob(sql: Queryable, { id, worker }: { id: string; worker: number }): Promise<void> {
  await sql.unsafe(
    `with back as (update patchbay.job set worker = null where id = $1 and worker = $2 and not stopped returning id)
     update core_job c set status = 'pending', started = null, log_entries = '{}'
     from back b where c.id = b.id and c.status = 'running'
     returning pg_notify('patchbay_job', '')`,
    [id, worker],
  );
}
