import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { forbidden, HttpError } from '#base/http-error.ts';
import type { Settings } from '#base/settings.ts';
import type { Visitor } from '../rest/parts.ts';
import type { Dashboard, Dashboards } from './contract.ts';
import { feedRoute } from './feed/feed-route.ts';
import { readDashboardBody } from './read-dashboard-body.ts';

export interface DashboardParts {
  settings(): Settings;
  read(userId: string): Promise<{ readonly layout: unknown; readonly config: unknown } | null>;
  keep(userId: string, dashboard: Dashboard): Promise<void>;
  forget(userId: string): Promise<void>;
  /** Throws where the credentials are refused, or missing where they are required. */
  visit(request: FastifyRequest): Promise<Pick<Visitor, 'asker'>>;
  /** The answer to an error. */
  refuse(reply: FastifyReply, error: unknown): FastifyReply;
}

/**
 * `/patchbay/dashboard/`: GET the asker's own dashboard (`own: null` where there is none) and the one that DEFAULT_DASHBOARD
 * declares; PUT `{layout, config}` keeps it, DELETE goes back to the usual one. It needs no permission, as in NetBox's
 * interface.
 */
export async function dashboardRoutes(app: FastifyInstance, parts: DashboardParts): Promise<void> {
  const { settings, read, keep, forget, visit, refuse } = parts;
  await feedRoute(app, parts);
  app.route({
    method: ['GET', 'PUT', 'DELETE'],
    url: '/patchbay/dashboard/',
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      try {
        const { asker } = await visit(request);
        const { userId } = asker;
        if (request.method === 'GET') {
          const own = userId === undefined ? null : await read(userId);
          return reply.send({ own, usual: settings().DEFAULT_DASHBOARD ?? null } as Dashboards);
        }
        if (userId === undefined) throw new HttpError(403, 'Authentication credentials were not provided.');
        if (!asker.mayWrite) throw forbidden();
        if (request.method === 'DELETE') await forget(userId);
        else await keep(userId, readDashboardBody(request.body));
        return reply.code(204).send();
      } catch (error) {
        return refuse(reply, error);
      }
    },
  });
}
