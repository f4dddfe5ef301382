import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AccessError } from '#access/access-error.ts';
import { authenticate } from '#access/authenticate.ts';
import type { RequestFacts } from '#access/client-address.ts';
import { endOtherSessions, endOwnSession, ownSessions } from '#access/own-sessions.ts';
import { HttpError } from '#base/http-error.ts';
import type { Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import type { EndedSessions, OwnSessions } from './contract.ts';

export interface OwnSessionParts {
  readonly sql: Sql;
  settings(): Settings;
  facts(request: FastifyRequest): RequestFacts;
}

/** One's own sessions, to look at and to end: `/patchbay/session/sessions/`. A token doesn't open them. */
export function ownSessionRoutes(app: FastifyInstance, { sql, settings, facts }: OwnSessionParts): void {
  async function asker(request: FastifyRequest): Promise<{ userId: string; key: string }> {
    const { user, session } = await authenticate({ sql, settings: settings(), request: facts(request) });
    if (!user || !session) throw new AccessError('notAuthenticated');
    return { userId: user.id, key: session.key };
  }

  app.get('/patchbay/session/sessions/', async (request): Promise<OwnSessions> => {
    const { userId, key } = await asker(request);
    return { results: await ownSessions(sql, userId, key) };
  });
  app.delete('/patchbay/session/sessions/', async (request): Promise<EndedSessions> => {
    const { userId, key } = await asker(request);
    return { ended: await endOtherSessions(sql, userId, key) };
  });
  app.delete('/patchbay/session/sessions/:id/', async (request, reply) => {
    const { userId } = await asker(request);
    const { id } = request.params as { id: string };
    if (!(await endOwnSession(sql, userId, id))) throw new HttpError(404, 'Not found.');
    return reply.code(204).send();
  });
}
