import type { FastifyInstance } from 'fastify';
import { AccessError } from '#access/access-error.ts';
import { HttpError } from '#base/http-error.ts';
import { administrationRoutes } from './administration.ts';
import { backChannelLogout } from './back-channel-logout.ts';
import { begin, loginPage, providerOf } from './begin.ts';
import { complete } from './complete.ts';
import { disconnect } from './disconnect.ts';
import { loginFacts } from './login-facts.ts';
import type { SsoParts } from './sso-parts.ts';

/** The addresses of single sign-on: NetBox's below `/oauth/`, and what the pages ask below `/patchbay/`. */
export async function ssoRoutes(app: FastifyInstance, parts: SsoParts): Promise<void> {
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof HttpError)) throw error;
    if (error instanceof AccessError) reply.headers(error.headers);
    return reply.code(error.status).send(error.body);
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });

  app.get('/patchbay/login/', (request, reply) => loginFacts(request, reply, parts));

  for (const path of ['/oauth/begin/:backend/', '/oauth/login/:backend/']) {
    app.post(path, (request, reply) => begin(request, reply, parts));
    // NetBox answers 405; whoever follows an old link is shown the button that they want.
    app.get(path, (request, reply) => {
      const query = new URLSearchParams(request.url.split('?')[1]);
      query.set('backend', providerOf(request, parts).name);
      return reply.redirect(`${loginPage(parts)}?${query}`, 302);
    });
  }
  app.get('/oauth/complete/:backend/', (request, reply) => complete(request, reply, parts));
  app.post('/oauth/disconnect/:backend/', (request, reply) => disconnect(request, reply, parts));
  app.post('/oauth/disconnect/:backend/:id/', (request, reply) => disconnect(request, reply, parts));
  app.post('/oauth/backchannel-logout/:backend/', (request, reply) => backChannelLogout(request, reply, parts));
  administrationRoutes(app, parts);
}
