import { HttpError } from '#base/http-error.ts';
import type { Queryable, Sql } from '#database/connect.ts';
import type { Answer, Asker } from '#operations/action.ts';
import { refuseInMaintenance } from '#operations/write/refuse-in-maintenance.ts';
import type { WriteRequest } from '#operations/write/transaction.ts';
import { enqueueJob } from './enqueue-job.ts';
import type { JobKind, JobOutcome, RunningJob } from './job-kind.ts';
import { anyWorker } from './workers.ts';

/** Who asked for a write that is done later, and how: kept with its task. */
export interface Asked {
  readonly userId: string;
  readonly by: Asker['by'];
  readonly whole?: boolean;
  /** The address that the client used: results name objects by it. */
  readonly base: string;
  /** The request's id, under which the change log has what the job changes. */
  readonly requestId: string;
}

/** What it takes to do for somebody what they asked for earlier; a sentence where nothing may be done for them now. */
export type AskAgain = (sql: Sql, asked: Asked) => Promise<WriteRequest | string>;

/** A write as it is left to a job. */
export interface LaterWrite {
  /** The name of its JobKind. */
  readonly kind: string;
  /** What people see: `Bulk update devices`. */
  readonly name: string;
  readonly task: Readonly<Record<string, unknown>>;
}

/**
 * Leaves a write to a job, to be done with the rights that the asker has by then. The answer is 202 with the job, as
 * NetBox's. Throws 503 where nobody would do it.
 */
export async function writeLater(request: WriteRequest, { kind, name, task }: LaterWrite): Promise<Answer> {
  const { sql, asker, base, requestId, settings } = request;
  refuseInMaintenance(settings);
  if (!(await anyWorker(sql))) throw new HttpError(503, 'Unable to process request: RQ worker process not running.');
  const userId = asker.userId!;
  const asked: Asked = { userId, by: asker.by, whole: asker.whole === true, base, requestId: requestId! };
  const id = await enqueueJob(sql, { kind, name, userId, task: { ...task, asked } });
  const url = `${base}/api/core/jobs/${id}/`;
  return {
    status: 202,
    json: JSON.stringify({ job: { id: Number(id), url, status: 'pending' } }),
    headers: { location: url },
  };
}

interface LaterWork<Task> {
  readonly kind: string;
  readonly askAgain: AskAgain;
  /** Does it: `within` notes the job's end in the transaction of the request that it is made for. */
  work(
    task: Task,
    doing: {
      readonly job: RunningJob;
      /** The request with which the transaction that `outcome` tells of is made. */
      asking<T>(outcome: (made: T) => JobOutcome): WriteRequest;
    },
  ): Promise<JobOutcome | undefined>;
}

/** A kind of job that writes in one transaction, and ends with it. */
export function laterWrites<Task>({ kind, askAgain, work }: LaterWork<Task>): JobKind {
  return {
    name: kind,
    async run(job) {
      const task = job.task as Task & { readonly asked: Asked };
      const request = await askAgain(job.sql, task.asked);
      if (typeof request === 'string') return { status: 'failed', error: request };
      return work(task, {
        job,
        asking: <T>(outcome: (made: T) => JobOutcome) => ({
          ...request,
          within: <Made>(transaction: Queryable, all: () => Promise<Made>) =>
            job.within(transaction, all, (made) => outcome(made as unknown as T)),
        }),
      });
    },
  };
}
