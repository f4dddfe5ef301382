import { HttpError } from '#base/http-error.ts';
import { isoTime } from '#fields/date-time/date-time.ts';
import { liveWorkers, type Worker } from '#jobs/workers.ts';
import type { Action } from '#operations/action.ts';
import { requireSuperuser } from '../require-superuser.ts';
import { listAnswer } from './list-answer.ts';

/** The processes that run jobs, as NetBox tells of its own. */
export const backgroundWorkers: readonly Action[] = [
  {
    path: 'core/background-workers',
    methods: ['GET'],
    guard: requireSuperuser,
    async run(request) {
      const workers = await liveWorkers(request.sql);
      return listAnswer(
        request,
        workers.map((worker) => textOf(worker, request.context.base)),
      );
    },
  },
  {
    path: 'core/background-workers/*',
    methods: ['GET'],
    guard: requireSuperuser,
    async run({ sql, rest, context }) {
      const worker = (await liveWorkers(sql)).find(({ name }) => name === rest.join('/'));
      if (!worker) throw new HttpError(404, 'Not found.');
      return { status: 200, json: textOf(worker, context.base) };
    },
  },
];

const textOf = ({ name, busy, born, pid, successful, failed, worked }: Worker, base: string): string =>
  JSON.stringify({
    name,
    url: `${base}/api/core/background-workers/${name}/`,
    state: busy ? 'busy' : 'idle',
    birth_date: JSON.parse(isoTime(born)),
    queue_names: ['high', 'default', 'low'],
    pid,
    successful_job_count: successful,
    failed_job_count: failed,
    total_working_time: worked,
  });
