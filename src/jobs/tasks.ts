import type { Queryable, Sql } from '#database/connect.ts';
import { jobChannel } from './enqueue-job.ts';
import { finishJob } from './finish-job.ts';
import { hasJobTables, jobTables } from './job-tables.ts';

/** A job as a task of a queue. Times are PostgreSQL's texts. */
export interface Task {
  /** The UUID by which NetBox knows it in a queue. */
  readonly id: string;
  readonly name: string;
  readonly queue: string;
  readonly status: string;
  readonly kind: string | null;
  readonly created: string;
  readonly started: string | null;
  readonly completed: string | null;
  readonly error: string;
  readonly worker: string | null;
  /** Its place among those that wait in its queue, from 0. */
  readonly position: string | null;
}

const select = `
  select c.job_id as id, c.name, c.queue_name as queue, c.status, j.kind, c.created, c.started, c.completed, c.error,
    w.name as worker,
    case when c.status = 'pending' then (
      select count(*) from patchbay.job o join core_job oc on oc.id = o.id
      where oc.status = 'pending' and oc.queue_name = c.queue_name and o.id < j.id
    ) end as position
  from core_job c left join patchbay.job j on j.id = c.id left join patchbay.job_worker w on w.id = j.worker`;

/** The tasks that wait, in their order. */
export async function waitingTasks(sql: Queryable): Promise<Task[]> {
  if (!(await hasJobTables(sql))) return [];
  return (await sql.unsafe(
    `${select} where j.id is not null and c.status = 'pending' order by j.id`,
  )) as unknown as Task[];
}

/** The task with the UUID, whatever has become of it. */
export async function findTask(sql: Sql, id: string): Promise<Task | undefined> {
  if (!uuid.test(id)) return undefined;
  await jobTables(sql);
  const [row] = (await sql.unsafe(`${select} where c.job_id = $1`, [id])) as unknown as Task[];
  return row;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Cancels a task that waits; false where it doesn't. */
export async function cancelTask(sql: Sql, id: string): Promise<boolean> {
  const [row] = await sql.unsafe('select id from core_job where job_id = $1', [id]);
  const error = 'The job was cancelled before it began.';
  return row !== undefined && finishJob(sql, { id: row.id as string, worker: null }, { status: 'failed', error });
}

/** Has a task that runs stopped by whoever runs it; false where it doesn't run. */
export async function stopTask(sql: Sql, id: string): Promise<boolean> {
  const rows = await sql.unsafe(
    `update patchbay.job j set stopped = true from core_job c
      where c.id = j.id and c.job_id = $1 and j.worker is not null
      returning pg_notify('${jobChannel}', 'stop ' || j.id)`,
    [id],
  );
  return rows.length > 0;
}

/** Has a task that waits for its time done now; false where it doesn't wait. */
export async function hastenTask(sql: Sql, id: string): Promise<boolean> {
  const rows = await sql.unsafe(
    `update core_job c set status = 'pending' from patchbay.job j
      where c.id = j.id and c.job_id = $1 and j.worker is null and c.status in ('pending', 'scheduled')
      returning pg_notify('${jobChannel}', '')`,
    [id],
  );
  return rows.length > 0;
}
