import type { Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import { authenticateHeader, type HeaderLogin } from './authenticate-header.ts';
import { authenticateSession } from './authenticate-session.ts';
import { authenticateToken } from './authenticate-token.ts';
import type { RequestFacts } from './client-address.ts';
import type { Identity } from './identity.ts';
import { noPermissions } from './permission-set.ts';

export interface Authentication {
  readonly sql: Sql;
  readonly settings: Settings;
  readonly request: RequestFacts;
  /** An endpoint that changes nothing and is POSTed to (GraphQL): a session's unsafe requests need no CSRF token. */
  readonly csrfExempt?: boolean;
}

/** Somebody of whom we know nothing. */
const stranger: Identity = Object.freeze({ user: null, token: null, session: null, permissions: noPermissions });

/**
 * Who makes the request: by what a trusted proxy says, by its session's cookie, else by its token, else a stranger.
 * Throws an AccessError where what it shows is refused; what it may do is asked afterwards.
 */
export async function authenticate(authentication: Authentication): Promise<Identity> {
  const { sql, settings, request } = authentication;
  const present = await authenticateSession(authentication);
  const header = await authenticateHeader(authentication, present);
  const session = header === 'silent' ? present : header === 'unknown' ? null : await begun(authentication, header);
  return session ?? (await authenticateToken(sql, settings, request)) ?? stranger;
}

/** The session that a header began, as if the request had brought it: its unsafe requests lack the token, too. */
async function begun(
  authentication: Authentication,
  { key, cookie }: Exclude<HeaderLogin, string>,
): Promise<Identity | null> {
  const { settings, request } = authentication;
  const headers = { ...request.headers, cookie: `${settings.SESSION_COOKIE_NAME}=${key}` };
  const identity = await authenticateSession({ ...authentication, request: { ...request, headers } });
  return identity?.session ? { ...identity, session: { ...identity.session, renewal: cookie } } : identity;
}
