import { HttpError } from '#base/http-error.ts';
import type { Action } from '#operations/action.ts';
import { requireSuperuser } from '../require-superuser.ts';
import { listAnswer } from './list-answer.ts';

/** Workers of NetBox's queues in Redis, of which there are none. */
export const backgroundWorkers: readonly Action[] = [
  {
    path: 'core/background-workers',
    methods: ['GET'],
    async run(request) {
      requireSuperuser(request.asker);
      return listAnswer(request, []);
    },
  },
  {
    path: 'core/background-workers/*',
    methods: ['GET'],
    async run({ asker }) {
      requireSuperuser(asker);
      throw new HttpError(404, 'Not found.');
    },
  },
];
