import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AccessError } from '#access/access-error.ts';
import { authenticate } from '#access/authenticate.ts';
import type { Identity } from '#access/identity.ts';
import { HttpError } from '#base/http-error.ts';
import type { LinkAsked, SingleSignOn } from '../contract.ts';
import { createLink, deleteLink, links } from '../store/links.ts';
import { forgetRefused, refusedLogins } from '../store/login-attempts.ts';
import { lastTest } from '../store/login-tests.ts';
import { factsOf, type SsoParts } from './sso-parts.ts';

/** `/patchbay/sso/`: single sign-on as administrators see it. Superusers only. */
export function administrationRoutes(app: FastifyInstance, parts: SsoParts): void {
  const { sql, sso, settings } = parts;

  async function administrator(request: FastifyRequest): Promise<NonNullable<Identity['user']>> {
    const { user, token } = await authenticate({ sql, settings: settings(), request: factsOf(request) });
    if (!user) throw new AccessError('notAuthenticated');
    if (!user.isSuperuser || (token && !token.writeEnabled && request.method !== 'GET'))
      throw new AccessError('notPermitted');
    return user;
  }

  app.get('/patchbay/sso/', async (request): Promise<SingleSignOn> => {
    const user = await administrator(request);
    const base = parts.baseUrl(request);
    return {
      providers: [...sso.providers.values()].map((provider) => ({
        name: provider.name,
        label: provider.label,
        protocol: provider.protocol,
        problem: provider.problem,
        endpoint: provider.endpoint,
        client_id: provider.clientId,
        scope: provider.scope,
        claims: provider.claims,
        redirect_uri: `${base}/oauth/complete/${provider.name}/`,
        back_channel_logout_uri: `${base}/oauth/backchannel-logout/${provider.name}/`,
        pipeline: (sso.pipelines.get(provider.name) ?? []).map(({ name }) => name),
      })),
      refused: await refusedLogins(sql),
      links: await links(sql),
      test: await lastTest(sql, user.id),
    };
  });

  app.post('/patchbay/sso/links/', async (request, reply) => {
    await administrator(request);
    const { username, provider, uid } = readLink(request.body, parts);
    const link = await createLink(sql, { username, provider, uid });
    await forgetRefused(sql, provider, uid);
    return reply.code(201).send(link);
  });

  app.delete('/patchbay/sso/links/:id/', async (request, reply) => {
    await administrator(request);
    const { id } = request.params as { id: string };
    if (!/^\d{1,18}$/.test(id) || !(await deleteLink(sql, id))) throw new HttpError(404, 'Not found.');
    return reply.code(204).send();
  });
}

function readLink(body: unknown, { sso }: SsoParts): LinkAsked {
  const { username, provider, uid } = (typeof body === 'object' && body !== null ? body : {}) as Record<
    string,
    unknown
  >;
  const errors: Record<string, string[]> = {};
  for (const [name, value] of Object.entries({ username, provider, uid }))
    if (typeof value !== 'string' || value === '') errors[name] = ['This field is required.'];
  if (!errors.provider && !sso.providers.has(provider as string))
    errors.provider = [`There is no provider "${String(provider)}".`];
  if (!errors.uid && (uid as string).length > 255) errors.uid = ['Ensure this field has no more than 255 characters.'];
  if (Object.keys(errors).length > 0) throw new HttpError(400, errors);
  return { username: username as string, provider: provider as string, uid: uid as string };
}
