import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import { noteEvent } from '#identity/events/note-event.ts';
import { revokeGrant } from '#identity/oidc/artifact-adapter.ts';
import { acr, sessionAge } from '#identity/oidc/create-provider.ts';
import { sessionCookie } from '#identity/oidc/session-cookie.ts';
import type { IdentityParts } from '#identity/parts.ts';
import { prepare } from '#identity/routes/hand-over.ts';

export interface SessionRequest {
  readonly parts: IdentityParts;
  readonly provider: Provider;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

interface Authorization {
  grantId?: string;
  sid?: string;
  persistsLogout?: boolean;
}

interface TellingClient {
  backchannelLogoutUri?: string;
  backchannelLogout(accountId: string, sid: string): Promise<unknown>;
}

type Session = InstanceType<Provider['Session']>;

/** The session of a request, whatever provider it began at: all of them share the cookie. */
export async function readSession({ parts, provider, request, reply }: SessionRequest): Promise<Session> {
  const raw = prepare({ parts, request, origin: parts.originOf(request) });
  return provider.Session.get(provider.createContext(raw, reply.raw) as never);
}

/** Signs somebody in who isn't on the way to an application; the session gets a new identifier. */
export async function startSession(
  { parts, provider, request, reply }: SessionRequest,
  login: { accountId: string; amr: string[] },
): Promise<void> {
  const raw = prepare({ parts, request, origin: parts.originOf(request) });
  const ctx = provider.createContext(raw, reply.raw);
  const session = await provider.Session.get(ctx as never);
  if (session.accountId !== undefined && session.accountId !== login.accountId) {
    await session.destroy();
    return begin(new provider.Session());
  }
  return begin(session);

  async function begin(opened: Session): Promise<void> {
    opened.loginAccount({ ...login, acr });
    opened.resetIdentifier();
    await opened.save(sessionAge);
    ctx.cookies.set(sessionCookie, opened.jti, {
      signed: true,
      httpOnly: true,
      sameSite: 'lax',
      path: `${parts.base}/`,
      maxAge: sessionAge * 1000,
    });
    passCookies(reply);
  }
}

/**
 * Ends the session of a request, with what was granted in it, and tells the applications that want to know. `providerOf`
 * finds the provider of a client.
 */
export async function endOwnSession(
  { parts, provider, request, reply }: SessionRequest,
  providerOf: (clientId: string) => Promise<Provider | undefined>,
): Promise<void> {
  const raw = prepare({ parts, request, origin: parts.originOf(request) });
  const ctx = provider.createContext(raw, reply.raw);
  const session = await provider.Session.get(ctx as never);
  const begun = Object.entries(session.authorizations ?? {});
  const accountId = session.accountId!;
  await session.destroy();
  for (const [clientId, { grantId, sid, persistsLogout }] of begun as [string, Authorization][]) {
    const own = await providerOf(clientId);
    const client = (await own?.Client.find(clientId)) as TellingClient | undefined;
    // What was granted for use without the user (offline_access) outlives the session.
    if (grantId && !persistsLogout) await revokeGrant(parts.sql, grantId);
    if (own && client?.backchannelLogoutUri)
      await client.backchannelLogout(accountId, sid ?? '').catch((error: Error) =>
        noteEvent(parts.sql, {
          action: 'configuration_error',
          context: { message: `${client.backchannelLogoutUri}: ${error.message}` },
        }),
      );
  }
  ctx.cookies.set(sessionCookie, null, { signed: true, path: `${parts.base}/` });
  passCookies(reply);
}

/** The reply's own headers would overwrite those that were set beneath it. */
function passCookies(reply: FastifyReply): void {
  const cookies = reply.raw.getHeader('set-cookie') as string[] | undefined;
  reply.raw.removeHeader('set-cookie');
  for (const cookie of cookies ?? []) reply.header('set-cookie', cookie);
}
