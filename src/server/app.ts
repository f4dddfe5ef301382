import { type FastifyInstance, fastify } from 'fastify';
import { authenticate } from '#access/authenticate.ts';
import { permissionCondition } from '#access/permissions.ts';
import { withSecrets } from '#access/with-secrets.ts';
import type { Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import { actions } from '#domain/actions/index.ts';
import { computedBehaviours } from '#domain/computed/index.ts';
import { displayBehaviours } from '#domain/display/index.ts';
import { filterBehaviours } from '#domain/filters/index.ts';
import { registry } from '#models/registry.ts';
import type { Asker } from '#operations/action.ts';
import { readContentTypes } from '#operations/read/content-types.ts';
import { Shapes } from '#operations/read/shapes.ts';
import { mountRest } from '#surfaces/rest/rest.ts';
import { baseUrl } from './base-url.ts';
import type { Configuration } from './configuration.ts';

export interface AppOptions {
  sql: Sql;
  settings: Settings;
  configuration: Configuration;
}

export interface App {
  /** Starts to listen; returns the address. */
  listen(target: { host: string; port: number }): Promise<string>;
  close(): Promise<void>;
}

/** The HTTP application: every surface, on one listener. */
export async function createApp({ sql, settings: given, configuration }: AppOptions): Promise<App> {
  const settings = await withSecrets(sql, given);
  let contentTypes = await readContentTypes(sql);
  const shapes = new Shapes(registry, { computed: computedBehaviours, display: displayBehaviours });
  const server = fastify({
    logger: false,
    forceCloseConnections: 'idle',
    trustProxy: false,
    bodyLimit: 64 * 1024 * 1024,
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 500 },
    exposeHeadRoutes: true,
  });

  await server.register(
    async (routes: FastifyInstance) => {
      mountRest(routes, {
        registry,
        sql,
        shapes,
        actions,
        settings: () => settings,
        contentTypes: () => contentTypes,
        baseUrl: (request) => baseUrl(request, configuration.basePath),
        async authenticate({ headers, method, ip }) {
          const identity = await authenticate({ sql, settings, request: { headers, method, address: ip } });
          const asker: Asker = {
            userId: identity.user?.id,
            isSuperuser: identity.user?.isSuperuser ?? false,
            by: identity.token ? 'token' : identity.session ? 'session' : 'none',
            mayWrite: identity.token ? identity.token.writeEnabled : identity.session !== null,
          };
          return {
            asker,
            permits: (model, action) => permissionCondition({ registry, identity, model, action, settings }),
          };
        },
        filter: (model, query, context) => parseFilters({ registry, model, query, context }),
        order: (model, query) => requestedOrder(registry, model, query),
        options: () => ({}),
      });
      if (configuration.replay)
        routes.post('/api/replay-reset/', async (_request, reply) => {
          contentTypes = await readContentTypes(sql);
          return reply.code(204).send();
        });
    },
    { prefix: configuration.basePath ? `/${configuration.basePath}` : '' },
  );
  return {
    listen: (target) => server.listen(target),
    close: () => server.close(),
  };
}
