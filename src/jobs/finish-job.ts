import type { Queryable } from '#database/connect.ts';
import type { JobLogEntry, JobOutcome } from './job-kind.ts';

/** Who ends a job: the worker that runs it, or null where it has not begun. */
interface Ended {
  readonly id: string;
  readonly worker: number | null;
}

/**
 * Notes how a job ended and forgets what it was to do; tells its user (`notifications` of the job says whether), as
 * NetBox does. One that has an interval is due again that many minutes after it was due, a minute from now at the
 * soonest, however it ended, unless somebody stopped or cancelled it. False where it was not, or no longer, the worker's
 * to end.
 */
export async function finishJob(
  sql: Queryable,
  { id, worker }: Ended,
  { status, data, error = '', log = [] }: JobOutcome,
): Promise<boolean> {
  const [row] = await sql.unsafe(
    `with taken as (
       delete from patchbay.job where id = $1 and worker is not distinct from $2::integer
         and (not stopped or $3 <> 'completed') returning id, kind, task, stopped
     ), done as (
       update core_job c set status = $3, completed = clock_timestamp(), execution_time = clock_timestamp() - c.started,
         data = $4::jsonb, error = $5,
         log_entries = log_entries || array(select value from jsonb_array_elements($6::jsonb))
       from taken t where c.id = t.id and c.status in ('pending', 'scheduled', 'running')
       returning c.id, c.name, c.user_id, c.notifications, c.execution_time, c.scheduled, c.started, c.interval,
         c.object_type_id, c.object_id, c.queue_name
     ), again as (
       insert into core_job (name, created, status, user_id, job_id, queue_name, notifications, error, log_entries,
         object_type_id, object_id, interval, scheduled)
       select d.name, clock_timestamp(), 'scheduled', d.user_id, gen_random_uuid(), d.queue_name, d.notifications, '', '{}',
         d.object_type_id, d.object_id, d.interval,
         greatest(coalesce(d.scheduled, d.started) + make_interval(mins => d.interval), clock_timestamp() + interval '1 minute')
       from done d, taken t
       where d.interval > 0 and $2::integer is not null and not t.stopped and not exists (
         select from patchbay.job o join core_job c on c.id = o.id
         where o.worker is null and o.kind = t.kind and o.task = t.task and c.interval = d.interval
       )
       returning id
     ), waiting as (
       insert into patchbay.job (id, kind, task) select a.id, t.kind, t.task from again a, taken t
     ), told as (
       insert into extras_notification (created, user_id, object_type_id, object_id, object_repr, event_type)
       select clock_timestamp(), d.user_id, t.id, d.id, d.name, 'job_' || $3
       from done d join django_content_type t on t.app_label = 'core' and t.model = 'job'
       where d.user_id is not null and (d.notifications = 'always' or d.notifications = 'on_failure' and $3 <> 'completed')
       on conflict (object_type_id, object_id, user_id)
         do update set created = excluded.created, event_type = excluded.event_type, read = null
     ), counted as (
       update patchbay.job_worker w set worked = w.worked + coalesce(d.execution_time, '0'),
         successful = w.successful + ($3 = 'completed')::integer, failed = w.failed + ($3 <> 'completed')::integer
       from done d where w.id = $2::integer
     )
     select count(*) as ended from done`,
    [id, worker, status, data === undefined ? null : withoutNul(data), error.replaceAll('\0', ''), entries(log)],
    { prepare: true },
  );
  return row!.ended === '1';
}

/** Lines of a log as the column holds them. */
export const entries = (log: readonly JobLogEntry[]): string =>
  withoutNul(
    JSON.stringify(log.map(({ level, message }) => ({ level, message, timestamp: new Date().toISOString() }))),
  );

/** PostgreSQL's jsonb has no character NUL, which an error may repeat from a request. */
function withoutNul(json: string): string {
  if (!json.includes('\\u0000')) return json;
  const clean = (value: unknown): unknown => (typeof value === 'string' ? value.replaceAll('\0', '') : value);
  return JSON.stringify(JSON.parse(json, (_key, value: unknown) => clean(value)));
}
