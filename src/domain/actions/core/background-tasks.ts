import { HttpError } from '#base/http-error.ts';
import type { Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import { isoTime } from '#fields/date-time/date-time.ts';
import { cancelTask, findTask, hastenTask, stopTask, type Task, waitingTasks } from '#jobs/tasks.ts';
import type { Action } from '#operations/action.ts';
import { requireSuperuser } from '../require-superuser.ts';
import { listAnswer } from './list-answer.ts';

/** What may be done with a task; each returns the status of its answer. */
const steps: Readonly<Record<string, (sql: Sql, task: Task) => Promise<number>>> = {
  async delete(sql, { id }) {
    if ((await cancelTask(sql, id)) || (await stopTask(sql, id))) return 200;
    throw ended(id);
  },
  async enqueue(sql, { id }) {
    if (await hastenTask(sql, id)) return 200;
    throw ended(id);
  },
  async requeue(_sql, { id }) {
    throw ended(id);
  },
  // NetBox tells by the status whether there was anything to stop.
  stop: async (sql, { id }) => ((await stopTask(sql, id)) ? 200 : 204),
};

/** A task that has ended, or runs, can't be queued: what it was to do is gone with its end. */
const ended = (id: string) => new HttpError(400, `Job ${id} is not waiting`);

const missing = (id: string | undefined) => new HttpError(404, `Job ${id} not found`);

/** Jobs as tasks of NetBox's queues. As in NetBox the list has those that wait; any may be asked for by its UUID. */
export const backgroundTasks: readonly Action[] = [
  {
    path: 'core/background-tasks',
    methods: ['GET'],
    guard: requireSuperuser,
    async run(request) {
      const tasks = await waitingTasks(request.sql);
      return listAnswer(
        request,
        tasks.map((task) => textOf(task, { base: request.context.base, settings: request.settings })),
      );
    },
  },
  {
    path: 'core/background-tasks/*',
    methods: ['GET', 'POST'],
    guard: requireSuperuser,
    async run({ sql, method, settings, context, rest: [id = '', name, ...more] }) {
      const step = name === undefined ? undefined : steps[name];
      if (more.length > 0 || (name !== undefined && !step)) throw new HttpError(404, 'Not found.');
      if ((method === 'POST') !== (step !== undefined)) throw new HttpError(405, `Method "${method}" not allowed.`);
      const task = await findTask(sql, id);
      if (!task) throw missing(id);
      if (step) return { status: await step(sql, task) };
      return { status: 200, json: textOf(task, { base: context.base, settings }) };
    },
  },
];

/** What RQ calls the states of core jobs. */
const states: Readonly<Record<string, string>> = {
  pending: 'queued',
  scheduled: 'scheduled',
  running: 'started',
  completed: 'finished',
  failed: 'failed',
  errored: 'failed',
};

const time = (text: string | null): unknown => (text === null ? null : JSON.parse(isoTime(text)));

function textOf(task: Task, { base, settings }: { base: string; settings: Settings }): string {
  const status = states[task.status] ?? task.status;
  const is = (state: string) => status === state;
  return JSON.stringify({
    id: task.id,
    url: `${base}/api/core/background-tasks/${task.id}/`,
    description: task.name,
    origin: task.queue,
    func_name: task.kind ?? '',
    args: [],
    kwargs: {},
    result: task.error || null,
    timeout: settings.RQ_DEFAULT_TIMEOUT,
    result_ttl: null,
    created_at: time(task.created),
    enqueued_at: time(task.created),
    started_at: time(task.started),
    ended_at: time(task.completed),
    worker_name: task.worker,
    position: task.position === null ? null : Number(task.position),
    status,
    meta: {},
    last_heartbeat: null,
    is_finished: is('finished'),
    is_queued: is('queued'),
    is_failed: is('failed'),
    is_started: is('started'),
    is_deferred: false,
    is_canceled: false,
    is_scheduled: is('scheduled'),
    is_stopped: false,
  });
}
