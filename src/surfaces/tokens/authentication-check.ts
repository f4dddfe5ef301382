import { AccessError } from '#access/access-error.ts';
import type { Action } from '#operations/action.ts';
import { getObject } from '#operations/read/get-object.ts';
import { always } from '#query/tree.ts';

/** `GET /api/authentication-check/`: the user who asks, whatever they may see of users; 403 to strangers. */
export const authenticationCheck: Action = {
  path: 'authentication-check',
  methods: ['GET'],
  open: true,
  async run({ asker, context }) {
    if (asker.userId === undefined) throw new AccessError('notAuthenticated');
    const model = context.registry.get('users.user');
    const shape = context.shapes.of(model, 'full');
    const { text } = await getObject({ context, model, shape, where: always, key: asker.userId });
    return { status: 200, json: text };
  },
};
