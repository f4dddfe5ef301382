import { HttpError } from '#base/http-error.ts';
import { noJobs, queueCounts } from '#jobs/queues.ts';
import { liveWorkers } from '#jobs/workers.ts';
import type { Action, ActionRequest } from '#operations/action.ts';
import { requireSuperuser } from '../require-superuser.ts';
import { listAnswer } from './list-answer.ts';

/** NetBox's three queues. Every worker takes from all of them. */
const names = ['default', 'high', 'low'];

/** The queues as they are, as JSON by name. Where NetBox counts what Redis keeps of a queue, these are its core jobs. */
async function queueTexts({ sql, context }: ActionRequest): Promise<ReadonlyMap<string, string>> {
  const [counts, workers] = await Promise.all([queueCounts(sql), liveWorkers(sql)]);
  const texts = names.map((name, index) => {
    const { pending, running, scheduled, completed, failed, oldest } = counts.get(name) ?? noJobs;
    const queue = {
      name,
      url: `${context.base}/api/core/background-queues/${name}/${context.tail}`,
      jobs: pending,
      oldest_job_timestamp: oldest ?? '-',
      index,
      // Whoever works looks after what is due, too.
      scheduler_pid: workers[0]?.pid ?? null,
      workers: workers.length,
      finished_jobs: completed,
      started_jobs: running,
      deferred_jobs: 0,
      failed_jobs: failed,
      scheduled_jobs: scheduled,
    };
    return [name, JSON.stringify(queue)] as const;
  });
  return new Map(texts);
}

const list: Action = {
  path: 'core/background-queues',
  methods: ['GET'],
  guard: requireSuperuser,
  async run(request) {
    return listAnswer(request, [...(await queueTexts(request)).values()]);
  },
};

const detail: Action = {
  path: 'core/background-queues/*',
  methods: ['GET'],
  guard: requireSuperuser,
  async run(request) {
    const json = (await queueTexts(request)).get(request.rest.join('/'));
    if (json === undefined) throw new HttpError(404, 'Not found.');
    return { status: 200, json };
  },
};

export const backgroundQueues: readonly Action[] = [list, detail];
