import type { FastifyInstance } from 'fastify';
import { AccessError } from '#access/access-error.ts';
import { HttpError } from '#base/http-error.ts';
import { accountRoutes } from '#identity/account/account-routes.ts';
import { actionRoutes } from '#identity/administration/action-routes.ts';
import { adminRoutes } from '#identity/administration/admin-routes.ts';
import { peopleRoutes } from '#identity/administration/people-routes.ts';
import { deleteExpired } from '#identity/oidc/artifact-adapter.ts';
import { Providers } from '#identity/oidc/providers.ts';
import { pageHeaders } from '#identity/pages/page.ts';
import { scripts } from '#identity/pages/scripts.ts';
import { style } from '#identity/pages/style.ts';
import type { IdentityParts } from '#identity/parts.ts';
import { makeTables } from '#identity/schema/make-tables.ts';
import { interactionRoutes } from './interaction-routes.ts';
import { oidcRoutes } from './oidc-routes.ts';

/** How often what has expired is deleted, in milliseconds. */
const sweepEvery = 600_000;

/** Puts the identity provider's endpoints and pages onto a server; makes its tables where they are missing. */
export async function mountIdentity(app: FastifyInstance, parts: IdentityParts): Promise<void> {
  await makeTables(parts.sql, parts.box);
  const providers = new Providers(parts);
  const sweep = setInterval(() => {
    deleteExpired(parts.sql).catch((error: unknown) => console.error(error));
  }, sweepEvery);
  sweep.unref();
  app.addHook('onClose', async () => {
    clearInterval(sweep);
    await parts.expressions.stop();
  });

  await app.register(async (administration) => {
    administration.setErrorHandler((error, _request, reply) => {
      if (!(error instanceof HttpError)) throw error;
      if (error instanceof AccessError) reply.headers(error.headers);
      return reply.code(error.status).send(error.body);
    });
    administration.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    await administration.register(actionRoutes, { parts });
    await administration.register(peopleRoutes, { parts });
    await administration.register(adminRoutes, { parts });
  });
  await app.register(async (pages) => {
    // Bodies are read by whoever answers: oidc-provider its own forms, in which nothing may be named twice.
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 128 * 1024 }, (_request, body, done) =>
      done(null, body),
    );
    pages.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
      if (error instanceof HttpError) return reply.code(error.status).headers(pageHeaders).send(error.body);
      throw error;
    });
    pages.get('/identity/style.css', (_request, reply) =>
      reply.headers({ 'cache-control': 'public, max-age=3600' }).type('text/css; charset=utf-8').send(style),
    );
    for (const [name, text] of Object.entries(scripts))
      pages.get(`/identity/${name}`, (_request, reply) =>
        reply.headers({ 'cache-control': 'public, max-age=3600' }).type('text/javascript; charset=utf-8').send(text),
      );
    await pages.register(oidcRoutes, { parts, providers });
    await pages.register(interactionRoutes, { parts, providers });
    await pages.register(accountRoutes, { parts, providers });
  });
}
