import { HttpError } from '#base/http-error.ts';
import type { Action } from '#operations/action.ts';
import { requireSuperuser } from '../require-superuser.ts';
import { listAnswer } from './list-answer.ts';

const steps = ['delete', 'requeue', 'enqueue', 'stop'];

const missing = (id: string | undefined) => new HttpError(404, `Job ${id} not found`);

/** Tasks in NetBox's queues in Redis, of which there are none. */
export const backgroundTasks: readonly Action[] = [
  {
    path: 'core/background-tasks',
    methods: ['GET'],
    async run(request) {
      requireSuperuser(request.asker);
      return listAnswer(request, []);
    },
  },
  {
    path: 'core/background-tasks/*',
    methods: ['GET', 'POST'],
    async run({ asker, method, rest: [id, step, ...more] }) {
      requireSuperuser(asker);
      if (more.length > 0 || (step !== undefined && !steps.includes(step))) throw new HttpError(404, 'Not found.');
      if ((method === 'POST') !== (step !== undefined)) throw new HttpError(405, `Method "${method}" not allowed.`);
      throw missing(id);
    },
  },
];
