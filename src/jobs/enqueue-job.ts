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
  /** Who is told of its end; null: nobody. */
  readonly userId: string | null;
  /** What the kind is given when it runs: anything that JSON holds. */
  readonly task: unknown;
  /** The object that it is about, in whose list of jobs it stands: the id of its content type, and its key. */
  readonly object?: { readonly type: string; readonly key: string };
  /** When it is due, as PostgreSQL reads it; at once where it isn't given. */
  readonly scheduled?: string;
  /** Minutes from when it was due to when it is due again. */
  readonly interval?: number;
}

/**
 * Leaves work to a job: a row of core_job, `pending` in the queue `default`, whose task any process may take up. Returns
 * its key. Throws 503 where too many wait.
 */
export async function enqueueJob(sql: Sql, job: NewJob): Promise<string> {
  await jobTables(sql);
  return (await sql.begin((transaction) => enqueueWithin(transaction as unknown as Queryable, job))) as string;
}

/** The same as part of a transaction, whose end decides whether there is such a job; the tables are there. */
export async function enqueueWithin(
  transaction: Queryable,
  { kind, name, userId, task, object, scheduled, interval }: NewJob,
): Promise<string> {
  const [waiting] = await transaction.unsafe(
    `select count(*) >= $1 as full from patchbay.job j join core_job c on c.id = j.id
     where j.worker is null and c.status = 'pending'`,
    [most],
  );
  if (waiting!.full === 't') throw new HttpError(503, 'Too many background jobs are waiting.', { 'retry-after': '60' });
  const [row] = await transaction.unsafe(
    `with made as (
       insert into core_job (name, created, status, user_id, job_id, queue_name, notifications, error, log_entries,
         object_type_id, object_id, scheduled, interval)
       values ($1, now(), case when $8::timestamptz is null then 'pending' else 'scheduled' end, $2, $3, 'default',
         'always', '', '{}', $6::integer, $7::bigint, $8::timestamptz, $9::integer) returning id
     )
     insert into patchbay.job (id, kind, task) select id, $4, $5 from made
     returning id, pg_notify('${jobChannel}', '')`,
    [
      name.slice(0, 200),
      userId,
      randomUUID(),
      kind,
      JSON.stringify(task),
      object?.type ?? null,
      object?.key ?? null,
      scheduled ?? null,
      interval ?? null,
    ],
  );
  return row!.id as string;
}
