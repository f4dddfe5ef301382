import type { Queryable, Sql } from '#database/connect.ts';
import { type ClaimedJob, returnJob } from './claim-job.ts';
import { entries, finishJob } from './finish-job.ts';
import { type JobKind, type JobLogEntry, JobLost, type JobOutcome, type RunningJob } from './job-kind.ts';

interface RunParts {
  readonly job: ClaimedJob;
  readonly worker: number;
  /** Undefined where this program knows no such kind. */
  readonly kind: JobKind | undefined;
  readonly sql: Sql;
  /** Connections for the job alone: ending one of them harms nobody else. */
  readonly own: Sql;
  /** How long it may take. */
  readonly seconds: number;
}

type Reason = 'stopped' | 'returned' | 'late';

/** One job while it runs, from its claim to the note of its end. */
export class JobRun {
  readonly #parts: RunParts;
  /** The connection that the job's transaction has. */
  #backend: string | undefined;
  #reason: Reason | undefined;
  #told = performance.now();
  readonly #abort = new AbortController();
  /** Resolves when it has ended; never rejects. */
  readonly ended: Promise<void>;

  constructor(parts: RunParts) {
    this.#parts = parts;
    this.ended = this.#run();
  }

  /** Ends the job by ending its connection: whatever it is waiting for, and whatever it has written. */
  stop(reason: Reason): void {
    this.#reason ??= reason;
    this.#abort.abort();
    if (this.#backend !== undefined) void this.#cut(this.#backend);
  }

  async #cut(backend: string): Promise<void> {
    await this.#parts.sql.unsafe('select pg_terminate_backend($1)', [backend]).catch(() => {});
  }

  async #run(): Promise<void> {
    const { job, worker, kind, sql, own, seconds } = this.#parts;
    const timer = setTimeout(() => this.stop('late'), seconds * 1000);
    let outcome: JobOutcome | undefined;
    try {
      if (!kind) throw new Error(`Nobody here knows jobs of the kind ${job.kind}.`);
      outcome = await kind.run(this.#asJob());
    } catch (error) {
      outcome = outcomeOf(error as Error);
    } finally {
      clearTimeout(timer);
      await own.end({ timeout: 1 }).catch(() => {});
    }
    try {
      // Where its own transaction has noted the end there is nothing left to note.
      if (this.#reason === 'returned') await returnJob(sql, { id: job.id, worker });
      else await finishJob(sql, { id: job.id, worker }, this.#cutShort() ?? outcome ?? { status: 'completed' });
    } catch (error) {
      // The runner notes it as soon as the database is back.
      console.error(error);
    }
  }

  #cutShort(): JobOutcome | undefined {
    if (this.#reason === 'stopped') return stopped;
    const error = `The job took longer than ${this.#parts.seconds} seconds. Nothing of it was kept.`;
    return this.#reason === 'late' ? { status: 'errored', error } : undefined;
  }

  #asJob(): RunningJob {
    const { job, own } = this.#parts;
    return {
      id: job.id,
      task: job.task,
      sql: own,
      signal: this.#abort.signal,
      within: (transaction, work, outcome) => this.#within(transaction, work, outcome),
      tell: (entry) => this.#tell(entry),
    };
  }

  async #within<T>(transaction: Queryable, work: () => Promise<T>, outcome: (made: T) => JobOutcome): Promise<T> {
    const { job, worker } = this.#parts;
    const [row] = await transaction.unsafe('select pg_backend_pid() as pid');
    this.#backend = row!.pid as string;
    if (this.#reason) throw new JobLost();
    const made = await work();
    if (!(await finishJob(transaction, { id: job.id, worker }, outcome(made)))) throw new JobLost();
    return made;
  }

  #tell(entry: JobLogEntry): void {
    const now = performance.now();
    if (now - this.#told < 1000) return;
    this.#told = now;
    const { sql, job } = this.#parts;
    void sql
      .unsafe(
        `update core_job set log_entries = log_entries || array(select value from jsonb_array_elements($1::jsonb))
          where id = $2 and status = 'running'`,
        [entries([entry]), job.id],
      )
      .catch(() => {});
  }
}

const stopped: JobOutcome = { status: 'failed', error: 'The job was stopped. Nothing of it was kept.' };

/** What nobody foresaw, with the place where it happened, without the folders in which the program lies. */
function outcomeOf(error: Error): JobOutcome {
  if (error instanceof JobLost) return stopped;
  console.error(error);
  const stack = (error.stack ?? String(error)).replaceAll(/(?:file:\/\/)?\/\S*\/(?=[^/\s]+:\d+)/g, '');
  return {
    status: 'errored',
    error: `${error.name}: ${error.message}`,
    log: [{ level: 'error', message: stack }],
  };
}
