import { registry } from '#models/registry.ts';
import { metaOf } from '#surfaces/meta/meta.ts';
import { metaRoutes } from '#surfaces/meta/meta-routes.ts';
import { sessionRoutes } from '#surfaces/session/session-routes.ts';
import type { App, AppOptions } from './app.ts';
import { createListener } from './create-listener.ts';
import { addIdentity } from './identity.ts';
import { serveStatic } from './static.ts';
import { netboxVersion, version } from './version.ts';
import { webDirectory } from './web-directory.ts';

/** The identity provider by itself: its endpoints and pages, and what its administration in the interface needs. */
export async function createIdentityApp({ sql, settings: live, configuration }: AppOptions): Promise<App> {
  const settings = () => live.current;
  const { basePath } = configuration;
  const { server, routes } = await createListener(live);
  await server.register(
    async (routes) => {
      await addIdentity(routes, { sql, settings, configuration });
      await routes.register(sessionRoutes, { sql, registry, settings, version, netboxVersion, serves: 'identity' });
      await routes.register(metaRoutes, { meta: () => metaOf(registry, { version }) });
      await routes.register(serveStatic, {
        directory: webDirectory(),
        basePath,
        isList: () => false,
        isPage: () => false,
        exportList: async (_request, reply) => {
          reply.callNotFound();
          return reply;
        },
      });
    },
    { prefix: basePath ? `/${basePath}` : '' },
  );
  return { problems: [], routes, listen: (target) => server.listen(target), close: () => server.close() };
}
