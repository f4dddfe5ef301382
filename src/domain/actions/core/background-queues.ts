import { HttpError } from '#base/http-error.ts';
import type { Action } from '#operations/action.ts';
import { requireSuperuser } from '../require-superuser.ts';
import { listAnswer } from './list-answer.ts';

/**
 * NetBox's three queues. Jobs wait in PostgreSQL and not in queues of Redis, so these are empty and nobody works on
 * them: core jobs tell what was done.
 */
const queues = ['default', 'high', 'low'].map((name, index) => ({ name, index }));

function textOf({ name, index }: { name: string; index: number }, base: string): string {
  return JSON.stringify({
    name,
    url: `${base}/api/core/background-queues/${name}/`,
    jobs: 0,
    oldest_job_timestamp: '-',
    index,
    scheduler_pid: null,
    workers: 0,
    finished_jobs: 0,
    started_jobs: 0,
    deferred_jobs: 0,
    failed_jobs: 0,
    scheduled_jobs: 0,
  });
}

const list: Action = {
  path: 'core/background-queues',
  methods: ['GET'],
  async run(request) {
    requireSuperuser(request.asker);
    return listAnswer(
      request,
      queues.map((queue) => textOf(queue, request.context.base)),
    );
  },
};

const detail: Action = {
  path: 'core/background-queues/*',
  methods: ['GET'],
  async run({ asker, context, rest }) {
    requireSuperuser(asker);
    const queue = queues.find(({ name }) => name === rest.join('/'));
    if (!queue) throw new HttpError(404, 'Not found.');
    return { status: 200, json: textOf(queue, context.base) };
  },
};

export const backgroundQueues: readonly Action[] = [list, detail];
