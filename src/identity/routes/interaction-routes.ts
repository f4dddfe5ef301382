import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors, type Provider } from 'oidc-provider';
import { checkOrigin } from '#access/csrf.ts';
import { json } from '#identity/account/account-routes.ts';
import { acr } from '#identity/oidc/create-provider.ts';
import { rememberConsent } from '#identity/oidc/existing-grant.ts';
import type { Providers } from '#identity/oidc/providers.ts';
import { pageHeaders } from '#identity/pages/page.ts';
import { errorPage } from '#identity/pages/render-oidc-error.ts';
import { consentPage, deniedPage } from '#identity/pages/sign-in-page.ts';
import type { IdentityParts } from '#identity/parts.ts';
import { clientOfArtifact } from '#identity/rows/client-of-artifact.ts';
import { type FoundProvider, findProviderByClientId } from '#identity/rows/find-provider.ts';
import { findUser } from '#identity/rows/user-row.ts';
import { SignIn, type SignInTarget } from '#identity/sign-in/sign-in.ts';
import { formOf } from './client-of-request.ts';
import { prepare } from './hand-over.ts';
import { lookFor } from './look-for.ts';

export interface InteractionRoutes {
  readonly parts: IdentityParts;
  readonly providers: Providers;
}

type Request = FastifyRequest<{ Params: { uid: string } }>;
type Details = Awaited<ReturnType<Provider['interactionDetails']>>;

interface Begun {
  readonly found: FoundProvider;
  readonly provider: Provider;
  readonly details: Details;
  readonly target: SignInTarget;
}

/** What a user is asked on the way to an application: to sign in, to consent; or told that it is not for them. */
export async function interactionRoutes(app: FastifyInstance, { parts, providers }: InteractionRoutes): Promise<void> {
  const { sql, base } = parts;
  const url = '/identity/interaction/:uid';

  app.get(url, async (request: Request, reply) => {
    const begun = await begin(request, reply);
    return begun ? show(begun, request, reply) : expired(request, reply);
  });

  app.post(url, async (request: Request, reply) => {
    checkOrigin(request.headers, parts.settings());
    const begun = await begin(request, reply);
    if (!begun) return expired(request, reply);
    const form = formOf(request);
    switch (begun.details.prompt.name) {
      case 'consent':
        return reply.redirect(await decide(begun, request, reply, form.get('consent') === 'yes'), 303);
      case 'permission':
        return reply.redirect(await refuse(begun, request, reply), 303);
      default:
        return new SignIn(parts, request, reply, begun.target).submit(form);
    }
  });

  app.post(`${url}/passkey/options`, async (request: Request, reply) => {
    checkOrigin(request.headers, parts.settings());
    const begun = await begin(request, reply);
    if (begun?.details.prompt.name !== 'login')
      return reply.code(400).send({ detail: lookFor(request, parts).texts.signInExpired });
    return new SignIn(parts, request, reply, begun.target).passkeyOptions();
  });

  app.post(`${url}/passkey`, async (request: Request, reply) => {
    checkOrigin(request.headers, parts.settings());
    const begun = await begin(request, reply);
    if (begun?.details.prompt.name !== 'login')
      return reply.code(400).send({ detail: lookFor(request, parts).texts.signInExpired });
    return new SignIn(parts, request, reply, begun.target).passkey(json(request));
  });

  const expired = (request: Request, reply: FastifyReply) => {
    const look = lookFor(request, parts);
    return reply
      .code(400)
      .headers(pageHeaders)
      .type('text/html; charset=utf-8')
      .send(errorPage(look, { error: 'invalid_request', error_description: look.texts.signInExpired }));
  };

  /** The interaction that the request's cookie stands for; null where it has ended, or is another's. */
  async function begin(request: Request, reply: FastifyReply): Promise<Begun | null> {
    const { uid } = request.params;
    const clientId = await clientOfArtifact(sql, 'Interaction', uid);
    const found = clientId === null ? null : await findProviderByClientId(sql, clientId);
    if (!found) return null;
    const origin = parts.originOf(request);
    const provider = providers.get(found, origin);
    const raw = prepare({ parts, request, origin });
    try {
      const details = await provider.interactionDetails(raw, reply.raw);
      if (details.uid !== uid) return null;
      const hint = details.params.login_hint;
      const known = details.session?.accountId ? await findUser(sql, details.session.accountId) : null;
      const target: SignInTarget = {
        action: `${base}/identity/interaction/${uid}`,
        application: found.row.application,
        username: typeof hint === 'string' ? hint.slice(0, 254) : known?.username,
        finish: (login) =>
          provider.interactionResult(raw, reply.raw, { login: { ...login, acr } }, { mergeWithLastSubmission: false }),
      };
      return { found, provider, details, target };
    } catch (error) {
      if (error instanceof errors.SessionNotFound) return null;
      throw error;
    }
  }

  async function show(begun: Begun, request: Request, reply: FastifyReply): Promise<FastifyReply> {
    const { details, found, target } = begun;
    const { name } = details.prompt;
    if (name === 'login') return new SignIn(parts, request, reply, target).show();
    const user = await findUser(sql, details.session?.accountId ?? '');
    const username = user?.username ?? '';
    const page = {
      look: lookFor(request, parts, user),
      action: target.action,
      application: found.row.application.name,
      username,
    };
    const text = name === 'consent' ? consentPage({ ...page, wishes: wishesOf(begun) }) : deniedPage(page);
    return reply.headers(pageHeaders).type('text/html; charset=utf-8').send(text);
  }

  async function decide(begun: Begun, request: Request, reply: FastifyReply, allowed: boolean): Promise<string> {
    if (!allowed) return refuse(begun, request, reply);
    const { provider, details, found } = begun;
    const userId = details.session!.accountId;
    const clientId = found.row.client_id;
    const known = details.grantId ? await provider.Grant.find(details.grantId) : undefined;
    const grant = known ?? new provider.Grant({ accountId: userId, clientId });
    grant.addOIDCScope(askedScopes(begun).join(' '));
    const grantId = await grant.save();
    await rememberConsent(sql, { userId, clientId, scopes: grant.getOIDCScope().split(' ') });
    return provider.interactionResult(request.raw, reply.raw, { consent: { grantId } });
  }

  const refuse = ({ provider, details }: Begun, request: Request, reply: FastifyReply): Promise<string> =>
    provider.interactionResult(
      request.raw,
      reply.raw,
      {
        error: 'access_denied',
        error_description:
          details.prompt.name === 'permission' ? 'the user may not use this application' : 'the user refused',
      },
      { mergeWithLastSubmission: false },
    );
}

/** The scopes that the client asked for and the provider knows. */
function askedScopes({ details, found }: Pick<Begun, 'details' | 'found'>): string[] {
  const known = new Set(['openid', ...found.row.mappings.map(({ scope_name }) => scope_name)]);
  return String(details.params.scope ?? '')
    .split(' ')
    .filter((scope) => known.has(scope));
}

/** What a client asks for, in the words of the mappings; the last resort is the scope's name. */
function wishesOf(begun: Begun): string[] {
  const { mappings } = begun.found.row;
  return askedScopes(begun)
    .filter((scope) => scope !== 'openid')
    .map(
      (scope) =>
        mappings.find(({ scope_name, description }) => scope_name === scope && description)?.description ?? scope,
    );
}
