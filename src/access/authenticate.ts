import type { Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
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
export const stranger: Identity = Object.freeze({ user: null, token: null, session: null, permissions: noPermissions });

/**
 * Who makes the request: by its session's cookie, else by its token, else a stranger. Throws an AccessError where what
 * it shows is refused; what it may do is asked afterwards.
 */
export async function authenticate({ sql, settings, request, csrfExempt = false }: Authentication): Promise<Identity> {
  return (
    (await authenticateSession({ sql, settings, request, csrfExempt })) ??
    (await authenticateToken(sql, settings, request)) ??
    stranger
  );
}
