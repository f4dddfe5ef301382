import { randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import { type FastifyInstance, fastify } from 'fastify';
import { hostOf } from './base-url.ts';
import { readBodies } from './bodies.ts';
import { checkHost } from './check-host.ts';
import type { LiveSettings } from './live-settings.ts';
import { maxHeaderSize } from './max-header-size.ts';
import { type Route, servedRoutes } from './served-routes.ts';

/** Bytes that a body, and a file in a form, may have. */
const bodyLimit = 64 * 1024 * 1024;

export interface Listener {
  readonly server: FastifyInstance;
  /** What it comes to serve; the list grows as routes are declared. */
  readonly routes: readonly Route[];
}

/** What every server of ours does before its first route: bounds, bodies, ids, ALLOWED_HOSTS, settings that are up to date. */
export async function createListener(live: LiveSettings): Promise<Listener> {
  const server = fastify({
    logger: false,
    http: { maxHeaderSize },
    forceCloseConnections: 'idle',
    // A slow machine starts slowly.
    pluginTimeout: 0,
    bodyLimit,
    exposeHeadRoutes: true,
    // As in NetBox a request's id is also that of what it changes, in the change log.
    genReqId: () => randomUUID(),
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 500 },
  });
  await server.register(multipart, { limits: { fileSize: bodyLimit } });
  readBodies(server);
  const routes = servedRoutes(server);
  server.addHook('onRequest', async (request) => void checkHost(hostOf(request), live.current.ALLOWED_HOSTS));
  server.addHook('onRequest', (_request, _reply, done) => {
    // Where the database is out of reach the request itself says so, unless it can do without.
    if (live.aged)
      live.refresh().then(
        () => done(),
        () => done(),
      );
    else done();
  });
  return { server, routes };
}
