import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Settings } from '#base/settings.ts';
import { alike, type Queryable, type Sql } from '#database/connect.ts';
import { type Listening, listen } from '#database/listen.ts';
import { type ClaimedJob, claimJob } from './claim-job.ts';
import { jobChannel } from './enqueue-job.ts';
import { finishJob } from './finish-job.ts';
import type { JobKind } from './job-kind.ts';
import { JobRun } from './job-run.ts';
import { hasJobTables, jobTables } from './job-tables.ts';
import { type RecurringJob, recurWithin } from './recurring-job.ts';
import { announceWorker, forgetWorker, registerWorker, sweepWorkers } from './workers.ts';

export interface RunnerParts {
  readonly sql: Sql;
  readonly kinds: readonly JobKind[];
  /** The system's own jobs, which come again and again. */
  readonly recurring?: readonly RecurringJob[];
  /** Milliseconds from the start to the first look for those: a program that is started and stopped leaves no trace. */
  readonly settled?: number;
  settings(): Pick<Settings, 'BACKGROUND_JOBS' | 'RQ_DEFAULT_TIMEOUT' | 'MAINTENANCE_MODE'>;
}

/** Milliseconds between looks for what nobody tells of: jobs that are due by the clock, workers that died. */
const glance = 10_000;

/** Milliseconds between looks whether the system's own jobs wait. */
const recurrence = 3_600_000;

/** Milliseconds that jobs are given to end when the program stops. */
const grace = 5_000;

/**
 * Runs the jobs of the database, BACKGROUND_JOBS of them at once, beside all other processes that do. It hears of new
 * ones by NOTIFY, on the connection whose lock says that it lives (workers.ts).
 */
export class JobRunner {
  readonly #parts: RunnerParts;
  readonly #name = randomUUID().replaceAll('-', '');
  readonly #runs = new Map<string, JobRun>();
  #listening: Listening | undefined;
  #timer: NodeJS.Timeout | undefined;
  #key: number | undefined;
  #claiming: Promise<void> = Promise.resolve();
  #stopped = false;
  #connection: Queryable | undefined;
  #registered = false;
  #recurs: number;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    this.#recurs = performance.now() + (parts.settled ?? 600_000);
  }

  /** Begins to work; does nothing where BACKGROUND_JOBS is 0. Returns once others can see it. */
  async start(): Promise<void> {
    const { sql, settings } = this.#parts;
    if (settings().BACKGROUND_JOBS === 0 || this.#stopped) return;
    this.#listening = listen(sql, jobChannel, {
      notified: (payload) => this.#notified(payload),
      listening: async (connection) => {
        await announceWorker(connection, this.#name);
        this.#connection = connection;
        this.#registered = false;
        this.#look();
      },
    });
    this.#timer = setInterval(() => this.#look(), glance).unref();
    await this.#listening.started.catch((error: unknown) => {
      if (!this.#stopped) throw error;
    });
  }

  /** Takes a place among the workers, as soon as there are any jobs at all. False where there is nothing to do yet. */
  async #register(): Promise<boolean> {
    if (this.#registered) return true;
    const connection = this.#connection;
    if (!connection || !(await hasJobTables(this.#parts.sql))) return false;
    this.#key = await registerWorker(connection, { name: this.#name, host: hostname(), key: this.#key });
    this.#registered = connection === this.#connection;
    return this.#registered;
  }

  /** Takes up no more, waits a while for what runs, and gives back what doesn't end: another process will do it. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#claiming;
    const runs = [...this.#runs.values()];
    const late = setTimeout(() => {
      for (const run of runs) run.stop('returned');
    }, grace);
    await Promise.all(runs.map(({ ended }) => ended));
    clearTimeout(late);
    await this.#listening?.stop();
    if (this.#key !== undefined) await forgetWorker(this.#parts.sql, this.#key).catch(() => {});
  }

  #notified(payload: string): void {
    const [word, id = ''] = payload.split(' ');
    if (word === 'stop') this.#runs.get(id)?.stop('stopped');
    else this.#take();
  }

  #look(): void {
    this.#then(async () => {
      await this.#recur();
      if (!(await this.#register())) return;
      await sweepWorkers(this.#parts.sql);
      await this.#endForgotten();
      await this.#fill();
    });
  }

  /**
   * Sees that the system's own jobs wait. Only once somebody has worked with the database through us, by which it has
   * got a schema of ours: opening it leaves it as it is.
   */
  async #recur(): Promise<void> {
    const { sql, recurring = [] } = this.#parts;
    if (performance.now() < this.#recurs || recurring.length === 0) return;
    const [schema] = await sql.unsafe(`select to_regnamespace('patchbay') is not null as there`);
    if (schema!.there !== 't') return;
    await jobTables(sql);
    for (const job of recurring)
      await sql.begin((transaction) => recurWithin(transaction as unknown as Queryable, job));
    this.#recurs = performance.now() + recurrence;
  }

  #take(): void {
    this.#then(() => this.#fill());
  }

  /** One at a time, so that no place is given twice. What fails as the database is out of reach is done at another look. */
  #then(work: () => Promise<void>): void {
    this.#claiming = this.#claiming.then(work).catch(() => {});
  }

  /** Takes up as many jobs as there are places for. */
  async #fill(): Promise<void> {
    const { sql, settings } = this.#parts;
    while (!this.#stopped && (await this.#register())) {
      if (this.#runs.size >= settings().BACKGROUND_JOBS || settings().MAINTENANCE_MODE) return;
      const worker = this.#key!;
      const job = await claimJob(sql, worker);
      if (!job) return;
      this.#run(job, worker);
    }
  }

  #run(job: ClaimedJob, worker: number): void {
    const { sql, kinds, settings } = this.#parts;
    const run = new JobRun({
      job,
      worker,
      kind: kinds.find(({ name }) => name === job.kind),
      sql,
      own: alike(sql, { max: 2, applicationName: 'patchbay job' }),
      seconds: settings().RQ_DEFAULT_TIMEOUT,
    });
    this.#runs.set(job.id, run);
    void run.ended.then(() => {
      this.#runs.delete(job.id);
      this.#take();
    });
  }

  /** A job of ours that we don't run: its end could not be noted, as the database was away. */
  async #endForgotten(): Promise<void> {
    const { sql } = this.#parts;
    if (this.#key === undefined) return;
    const own: Queryable = sql;
    const rows = await own.unsafe('select id from patchbay.job where worker = $1', [this.#key]);
    for (const row of rows) {
      const id = row.id as string;
      if (this.#runs.has(id)) continue;
      const error = 'The database was out of reach when the job ended. Nothing of it was kept.';
      await finishJob(own, { id, worker: this.#key }, { status: 'errored', error });
    }
  }
}
