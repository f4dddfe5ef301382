import type { Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import type { Authentication } from './authenticate.ts';
import { checkCsrf, csrfToken, isSafe } from './csrf.ts';
import type { Identity } from './identity.ts';
import { noteSeen } from './note-seen.ts';
import { isOutlived, readSessionData, sessionAge, sessionAuthHash } from './session.ts';
import { isSecure, readCookie, sessionCookie } from './session-cookie.ts';
import { type UserRow, userColumns, userOf } from './user-columns.ts';

const sessionStatement = `
  select session_data, expire_date < now() + make_interval(secs => $2) as renewal_due
  from django_session where session_key = $1 and expire_date > now()`;
const userStatement = `select ${userColumns} from users_user u where u.id = $1 and u.is_active`;

/**
 * Whoever is logged in by the request's cookie, or null. A session is void when another key signed it, when the user
 * is gone or inactive, and when the password has changed since. Throws where an unsafe request lacks the CSRF token.
 */
export async function authenticateSession(authentication: Authentication): Promise<Identity | null> {
  const { sql, settings, request, csrfExempt } = authentication;
  const key = readCookie(request.headers, settings.SESSION_COOKIE_NAME);
  if (!key || !/^[a-z0-9]{8,40}$/.test(key)) return null;
  const age = sessionAge(settings);
  const [session] = await sql.unsafe(sessionStatement, [key, age - renewedAfter(age)], { prepare: true });
  const data = session && readSessionData(session.session_data as string, settings);
  const id = data?._auth_user_id;
  if (!data || isOutlived(data, settings) || typeof id !== 'string' || !/^\d{1,18}$/.test(id)) return null;
  const [row] = await sql.unsafe<UserRow[]>(userStatement, [id], { prepare: true });
  if (!row || data._auth_user_hash !== sessionAuthHash(row.password, settings.SECRET_KEY)) return null;
  const csrf = csrfToken(key, settings);
  if (!csrfExempt && !isSafe(request.method)) checkCsrf(request.headers, csrf);
  const renew = settings.LOGIN_PERSISTENCE && session.renewal_due === 't' && !settings.MAINTENANCE_MODE;
  if (renew) await prolong(sql, key, settings);
  if (!settings.MAINTENANCE_MODE) noteSeen(sql, key);
  const renewal = renew ? sessionCookie(key, settings, isSecure(request.headers)) : null;
  return {
    ...userOf(row, settings),
    token: null,
    session: { key, data, csrf, renewal },
    state: row.state ?? undefined,
    revision: row.revision ?? '',
    position: row.position ?? undefined,
  };
}

/** NetBox writes a prolonged session at every request; once in a minute, or a tenth of its age, does as well. */
const renewedAfter = (age: number): number => Math.min(60, age / 10);

async function prolong(sql: Sql, key: string, settings: Settings): Promise<void> {
  await sql.unsafe(
    'update django_session set expire_date = now() + make_interval(secs => $2) where session_key = $1',
    [key, sessionAge(settings)],
    { prepare: true },
  );
}
