import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessError } from '#access/access-error.ts';
import { authenticate } from '#access/authenticate.ts';
import { HttpError } from '#base/http-error.ts';
import type { BeginAsked, LoginBegun } from '../contract.ts';
import { ProviderError } from '../protocol/provider-error.ts';
import type { Provider } from '../settings/provider.ts';
import { keepPending, type PendingLogin } from '../store/pending-logins.ts';
import { checkBegin } from './browser.ts';
import { logFailure } from './log-failure.ts';
import { leaveNotice } from './notice.ts';
import { safeNext } from './safe-next.ts';
import { factsOf, type SsoParts } from './sso-parts.ts';

type BackendRequest = FastifyRequest<{ Params: { backend: string } }>;

type Asked = { readonly [name in keyof BeginAsked]?: unknown };

/** `POST /oauth/begin/<backend>/`: sends the browser to the provider; a script is told the address instead. */
export async function begin(request: FastifyRequest, reply: FastifyReply, parts: SsoParts): Promise<FastifyReply> {
  const provider = providerOf(request, parts);
  const browser = checkBegin(request, parts);
  const body = (request.body ?? {}) as Record<string, unknown>;
  const asked: Asked = { ...(request.query as Record<string, unknown>), ...body };
  const script = !(request.headers.accept ?? '').includes('text/html');
  try {
    if (provider.problem) throw new ProviderError('misconfigured', provider, `is not set up: ${provider.problem}`);
    const login = await pendingLogin(request, { provider, parts, asked });
    const state = randomBytes(32).toString('base64url');
    const url = await parts
      .client(provider)
      .authorizationUrl({ ...login, state, again: login.purpose === 'test' || asked.again === true });
    await keepPending(parts.sql, state, browser, login);
    return script ? reply.send({ url: url.href } satisfies LoginBegun) : reply.redirect(url.href, 302);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    logFailure('Login', provider, error);
    if (script) throw new HttpError(error.failure === 'unavailable' ? 503 : 409, error.message);
    leaveNotice(request, reply, parts, { kind: error.failure, message: error.message });
    return reply.redirect(loginPage(parts), 302);
  }
}

/** The provider that an address names. Throws 404. */
export function providerOf(request: FastifyRequest, { sso }: SsoParts): Provider {
  const provider = sso.providers.get((request as BackendRequest).params.backend);
  if (!provider) throw new HttpError(404, 'Not found.');
  return provider;
}

export const loginPage = ({ basePath }: SsoParts): string => `/${basePath ? `${basePath}/` : ''}login/`;

async function pendingLogin(
  request: FastifyRequest,
  { provider, parts, asked }: { provider: Provider; parts: SsoParts; asked: Asked },
): Promise<PendingLogin> {
  const purpose = asked.purpose === 'link' || asked.purpose === 'test' ? asked.purpose : 'login';
  const random = () => randomBytes(32).toString('base64url');
  return {
    provider: provider.name,
    nonce: random(),
    verifier: random(),
    redirectUri: `${parts.baseUrl(request)}/oauth/complete/${provider.name}/`,
    next: safeNext(asked.next, parts.basePath),
    purpose,
    userId: purpose === 'login' ? null : await askerFor(purpose, request, parts),
  };
}

async function askerFor(
  purpose: 'link' | 'test',
  request: FastifyRequest,
  { sql, settings }: SsoParts,
): Promise<string> {
  // The browser's own token was checked, which a session's requests need no other one beside.
  const { user, session } = await authenticate({
    sql,
    settings: settings(),
    request: factsOf(request),
    csrfExempt: true,
  });
  if (!user || !session) throw new AccessError('notAuthenticated');
  if (purpose === 'test' && !user.isSuperuser) throw new AccessError('notPermitted');
  return user.id;
}
