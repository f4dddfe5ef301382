import type { Queryable, Sql } from '#database/connect.ts';

/** A line of a job's log, under NetBox's names. */
export interface JobLogEntry {
  readonly level: 'debug' | 'info' | 'warning' | 'error';
  readonly message: string;
}

/**
 * How a job ended. As in NetBox, *failed* is what was refused, and *errored* what nobody foresaw.
 */
export interface JobOutcome {
  readonly status: 'completed' | 'failed' | 'errored';
  /** What came of it, as JSON text. */
  readonly data?: string;
  readonly error?: string;
  readonly log?: readonly JobLogEntry[];
}

/** A job while it runs. */
export interface RunningJob {
  /** The key of its row in core_job. */
  readonly id: string;
  /** What it is to do, as it was enqueued. */
  readonly task: unknown;
  /** Connections of its own, closed once it has ended. */
  readonly sql: Sql;
  /** Tells work that waits for others than the database that it shall end. */
  readonly signal: AbortSignal;
  /**
   * Does the work and notes its outcome, both within the caller's transaction: either the work is done and the job has
   * ended, or neither. Throws JobLost where the job was stopped or given up meanwhile.
   */
  within<T>(transaction: Queryable, work: () => Promise<T>, outcome: (made: T) => JobOutcome): Promise<T>;
  /** Adds a line to the job's log that is seen while it runs; at most one a second, others are left out. */
  tell(entry: JobLogEntry): void;
}

/** A kind of work that may be left to a job. */
export interface JobKind {
  /** What `patchbay.job` remembers it by. */
  readonly name: string;
  /** Runs a job. What it returns is its outcome, unless `within` has noted one; what it throws makes it errored. */
  run(job: RunningJob): Promise<JobOutcome | undefined>;
}

/** The job isn't this process's any more: whatever it did is undone. */
export class JobLost extends Error {
  override name = 'JobLost';
}
