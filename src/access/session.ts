import { randomInt } from 'node:crypto';
import type { Settings } from '#base/settings.ts';
import type { Queryable } from '#database/connect.ts';
import { saltedHmac, sign, unsign } from './signing.ts';

/** What a session holds; the names with an underscore are Django's own. */
export type SessionData = Readonly<Record<string, unknown>>;

/** Two weeks, Django's own; LOGIN_TIMEOUT says otherwise. */
const defaultAge = 1_209_600;
const salt = 'django.contrib.sessions.SessionStore';
const keyAlphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
const passwordBackend = 'netbox.authentication.ObjectPermissionBackend';

/** How long a session lasts, in seconds. */
export const sessionAge = ({ LOGIN_TIMEOUT }: Pick<Settings, 'LOGIN_TIMEOUT'>): number => LOGIN_TIMEOUT ?? defaultAge;

export interface NewSession {
  readonly userId: string;
  /** The user's stored hash: a session ends with the password under which it began. */
  readonly passwordHash: string;
  /** Django's name of what let the user in; the password's unless said. */
  readonly backend?: string;
  /** What else to remember, such as an identity provider's id_token. */
  readonly data?: SessionData;
  /** The session that the request came with: it ends, for a login always begins a new one. */
  readonly replaces?: string | undefined;
}

/** Begins a session, in Django's form: a NetBox with the same SECRET_KEY reads it too. Returns its key. */
export async function createSession(sql: Queryable, settings: Settings, session: NewSession): Promise<string> {
  const key = Array.from({ length: 32 }, () => keyAlphabet[randomInt(keyAlphabet.length)]).join('');
  const data = {
    ...session.data,
    _auth_user_id: session.userId,
    _auth_user_backend: session.backend ?? passwordBackend,
    _auth_user_hash: sessionAuthHash(session.passwordHash, settings.SECRET_KEY),
  };
  if (session.replaces) await endSession(sql, session.replaces);
  await sql.unsafe(
    `insert into django_session (session_key, session_data, expire_date)
     values ($1, $2, now() + make_interval(secs => $3))`,
    [key, sign(data, { salt, secret: settings.SECRET_KEY }), sessionAge(settings)],
  );
  return key;
}

/** Ends a session. */
export async function endSession(sql: Queryable, key: string): Promise<void> {
  await sql.unsafe('delete from django_session where session_key = $1', [key]);
}

/** Stores a running session's data anew. */
export async function writeSession(
  sql: Queryable,
  settings: Settings,
  { key, data }: { key: string; data: SessionData },
): Promise<void> {
  await sql.unsafe('update django_session set session_data = $2 where session_key = $1', [
    key,
    sign(data, { salt, secret: settings.SECRET_KEY }),
  ]);
}

/** The data in a stored session, or null where another key signed it. */
export function readSessionData(stored: string, settings: Pick<Settings, 'SECRET_KEY'>): SessionData | null {
  const data = unsign(stored, { salt, secret: settings.SECRET_KEY });
  return typeof data === 'object' && data !== null ? (data as SessionData) : null;
}

/** Django's `get_session_auth_hash`. */
export const sessionAuthHash = (passwordHash: string, secret: string): string =>
  saltedHmac('django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash', passwordHash, secret).toString('hex');
