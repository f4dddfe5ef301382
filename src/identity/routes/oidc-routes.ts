import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import { AccessError } from '#access/access-error.ts';
import { clientAddress } from '#access/client-address.ts';
import { noteEvent } from '#identity/events/note-event.ts';
import { shieldToken } from '#identity/oidc/access-tokens.ts';
import type { Providers } from '#identity/oidc/providers.ts';
import { deviceCodePage } from '#identity/pages/device-pages.ts';
import { pageHeaders } from '#identity/pages/page.ts';
import { errorPage } from '#identity/pages/render-oidc-error.ts';
import type { IdentityParts } from '#identity/parts.ts';
import { clientOfArtifact, clientOfUserCode } from '#identity/rows/client-of-artifact.ts';
import { findProviderBySlug } from '#identity/rows/find-provider.ts';
import { deviceCodeThrottle } from '#identity/sign-in/throttles.ts';
import { clientOfRequest, formOf } from './client-of-request.ts';
import { authenticatedEndpoints } from './endpoints.ts';
import { handOver } from './hand-over.ts';
import { lookFor } from './look-for.ts';

/** No browser's header of an address may be longer; a request object (RFC 9101) fits well. */
const longestQuery = 32 * 1024;

/** Endpoints that are asked about a token. */
const aboutTokens = new Set(['introspect', 'revoke']);

export interface OidcRoutes {
  readonly parts: IdentityParts;
  readonly providers: Providers;
}

/**
 * The endpoints, where authentik has them. Most are the same for all providers: whose request it is says the client,
 * the token or the code in it, and that provider answers.
 */
export async function oidcRoutes(app: FastifyInstance, { parts, providers }: OidcRoutes): Promise<void> {
  const { sql } = parts;

  const answer = (request: FastifyRequest, reply: FastifyReply, provider: Provider, path?: string) => {
    handOver({ parts, provider, request, reply, origin: parts.originOf(request), path });
    return reply;
  };
  const ofClient = (request: FastifyRequest, clientId: string | null | undefined) =>
    clientId ? providers.ofClient(clientId, parts.originOf(request)) : undefined;
  const refusePage = (request: FastifyRequest, reply: FastifyReply, error: string, description: string) =>
    reply
      .code(400)
      .headers(pageHeaders)
      .type('text/html; charset=utf-8')
      .send(errorPage(lookFor(request, parts), { error, error_description: description }));
  const refuse = (reply: FastifyReply, status: number, error: string, description: string) =>
    reply.code(status).headers({ 'cache-control': 'no-store' }).send({ error, error_description: description });

  /** What these are told is kept until the user comes back, and PostgreSQL keeps no null characters. */
  app.addHook('preHandler', async (request, reply) => {
    if (!/^\/application\/o\/(authorize|device|[^/]+\/end-session)\//.test(request.url.slice(parts.base.length)))
      return;
    const named = [...new URL(request.url, 'http://x').searchParams, ...formOf(request)].flat();
    if (!named.some((text) => text.includes('\0'))) return;
    return request.method === 'POST' && request.url.includes('/device/')
      ? refuse(reply, 400, 'invalid_request', 'null characters are not allowed')
      : refusePage(request, reply, 'invalid_request', 'null characters are not allowed');
  });

  app.get('/application/o/authorize/', async (request, reply) => {
    const clientId = new URL(request.url, 'http://x').searchParams.get('client_id');
    const provider = await ofClient(request, clientId);
    if (provider) return answer(request, reply, provider);
    return refusePage(request, reply, 'invalid_client', clientId ? 'no such client' : 'client_id is missing');
  });
  /** A form of another site comes without our cookies (SameSite=Lax); asked for again by GET, it comes with them. */
  const byGet = (request: FastifyRequest, reply: FastifyReply) => {
    const parameters = String(formOf(request));
    if (parameters.length > longestQuery)
      return refusePage(request, reply, 'invalid_request', `the parameters are longer than ${longestQuery} characters`);
    return reply.redirect(`${request.url.replace(/\?.*/s, '')}?${parameters}`, 303);
  };
  app.post('/application/o/authorize/', async (request, reply) => byGet(request, reply));
  app.get<{ Params: { uid: string } }>('/application/o/authorize/:uid', async (request, reply) => {
    const provider = await ofClient(request, await clientOfArtifact(sql, 'Interaction', request.params.uid));
    if (provider) return answer(request, reply, provider);
    return refusePage(request, reply, 'invalid_request', 'The sign-in has expired. Begin again at the application.');
  });

  for (const name of authenticatedEndpoints)
    app.post(`/application/o/${name}/`, async (request, reply) => {
      const provider = await ofClient(request, clientOfRequest(request));
      if (aboutTokens.has(name)) request.body = Buffer.from(String(shieldToken(formOf(request))));
      if (provider) return answer(request, reply, provider);
      const basic = request.headers.authorization !== undefined;
      if (basic) reply.header('www-authenticate', 'Basic realm="identity"');
      return refuse(reply, 401, 'invalid_client', 'client authentication failed');
    });

  app.route({
    method: ['GET', 'POST'],
    url: '/application/o/userinfo/',
    handler: async (request, reply) => {
      const [scheme, bearer] = (request.headers.authorization ?? '').split(' ');
      const token = scheme?.toLowerCase() === 'bearer' ? bearer : formOf(request).get('access_token');
      const provider = await ofClient(request, token ? await clientOfArtifact(sql, 'AccessToken', token) : null);
      if (provider) return answer(request, reply, provider);
      reply.header('www-authenticate', token ? 'Bearer error="invalid_token"' : 'Bearer');
      return refuse(reply, 401, 'invalid_token', token ? 'invalid token provided' : 'no access token provided');
    },
  });

  /** Whether a page of another origin may go on is asked when it does: with the client or the token at hand. */
  for (const name of [...authenticatedEndpoints, 'userinfo'])
    app.options(`/application/o/${name}/`, async (request, reply) =>
      reply
        .code(204)
        .headers({
          vary: 'Origin',
          'access-control-allow-origin': request.headers.origin ?? '*',
          'access-control-allow-methods': 'GET,POST',
          'access-control-allow-headers': request.headers['access-control-request-headers'] ?? 'authorization',
          'access-control-max-age': '3600',
        })
        .send(),
    );

  const ofSlug = async (request: FastifyRequest<{ Params: { slug: string } }>, reply: FastifyReply, path?: string) => {
    const found = await findProviderBySlug(sql, request.params.slug);
    if (found) return answer(request, reply, providers.get(found, parts.originOf(request)), path);
    return refuse(reply, 404, 'not_found', 'no application with an OAuth2 provider has this slug');
  };
  const discovery = '/.well-known/openid-configuration';
  type Slug = { Params: { slug: string } };
  for (const method of ['GET', 'OPTIONS'] as const) {
    // python-social-auth puts a slash between an endpoint that ends with one and the rest.
    for (const slash of ['', '/'])
      app.route<Slug>({
        method,
        url: `/application/o/:slug${slash}${discovery}`,
        handler: (request, reply) => ofSlug(request, reply, discovery),
      });
    app.route<Slug>({ method, url: '/application/o/:slug/jwks/', handler: (request, reply) => ofSlug(request, reply) });
  }
  app.get<Slug>('/application/o/:slug/end-session/', (request, reply) => ofSlug(request, reply));
  app.post<Slug>('/application/o/:slug/end-session/', async (request, reply) => byGet(request, reply));
  app.post<Slug>('/application/o/:slug/end-session/confirm', (request, reply) => ofSlug(request, reply));
  app.get<Slug>('/application/o/:slug/end-session/success', (request, reply) => ofSlug(request, reply));

  app.route({
    method: ['GET', 'POST'],
    url: '/device',
    handler: async (request, reply) => {
      const parameters = request.method === 'POST' ? formOf(request) : new URL(request.url, 'http://x').searchParams;
      const given = parameters.get('user_code');
      const look = lookFor(request, parts);
      const page = (status: number, wrong?: string) =>
        reply.code(status).headers(pageHeaders).type('text/html; charset=utf-8').send(deviceCodePage(look, wrong));
      if (!given) return page(200);
      const address = clientAddress({ headers: request.headers, address: request.ip }, parts.settings());
      try {
        const clientId = await deviceCodeThrottle.attempt({ sql, username: 'device', address }, () =>
          clientOfUserCode(sql, given),
        );
        const provider = await ofClient(request, clientId);
        if (provider) return answer(request, reply, provider);
      } catch (error) {
        if (!(error instanceof AccessError)) throw error;
        reply.headers(error.headers);
        return page(error.status, look.texts.tooManyTries(error.headers['Retry-After'] ?? ''));
      }
      await noteEvent(sql, { action: 'suspicious_request', address, context: { error: 'unknown device code' } });
      return page(400, look.texts.codeUnknown);
    },
  });
  app.get<{ Params: { uid: string } }>('/device/:uid', async (request, reply) => {
    const provider = await ofClient(request, await clientOfArtifact(sql, 'Interaction', request.params.uid));
    if (provider) return answer(request, reply, provider);
    return refusePage(request, reply, 'invalid_request', lookFor(request, parts).texts.deviceSignInExpired);
  });
}
