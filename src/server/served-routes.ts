import type { FastifyInstance } from 'fastify';

/** An address with `:parameters` in it, and a method that it takes. */
export interface Route {
  readonly method: string;
  readonly address: string;
}

/** What a server comes to serve from now on; the list grows as routes are declared. */
export function servedRoutes(server: FastifyInstance): readonly Route[] {
  const served: Route[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) served.push({ method: one, address: url });
  });
  return served;
}
