import { randomInt } from 'node:crypto';
import type { Settings } from '#base/settings.ts';
import type { Queryable } from '#database/connect.ts';
import { loginTables } from './login-tables.ts';
import { saltedHmac, sign, unsign } from './signing.ts';

/** What a session holds; the names with an underscore are Django's own. */
export type SessionData = Readonly<Record<string, unknown>>;

/** Two weeks, Django's own; LOGIN_TIMEOUT says otherwise. */
const defaultAge = 1_209_600;
const salt = 'django.contrib.sessions.SessionStore';
/** When a session began, in seconds. */
const startedAt = 'patchbay_started';
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
  /** Where the user logged in, for the list of their sessions and for logouts that a provider asks for. */
  readonly origin?: SessionOrigin;
  /** The session that the request came with: it ends, for a login always begins a new one. */
  readonly replaces?: string | undefined;
}

export interface SessionOrigin {
  readonly address: string | null;
  readonly agent: string | null;
  /** The provider that vouched for the user, its issuer, and what it calls the user and the session there. */
  readonly provider?: string | null;
  readonly issuer?: string | null;
  readonly subject?: string | null;
  readonly providerSession?: string | null;
}

/** Begins a session, in Django's form: a NetBox with the same SECRET_KEY reads it too. Returns its key. */
export async function createSession(sql: Queryable, settings: Settings, session: NewSession): Promise<string> {
  const key = Array.from({ length: 32 }, () => keyAlphabet[randomInt(keyAlphabet.length)]).join('');
  const data = {
    ...session.data,
    _auth_user_id: session.userId,
    _auth_user_backend: session.backend ?? passwordBackend,
    _auth_user_hash: sessionAuthHash(session.passwordHash, settings.SECRET_KEY),
    [startedAt]: Math.floor(Date.now() / 1000),
  };
  if (session.replaces) await endSession(sql, session.replaces);
  await sql.unsafe(
    `insert into django_session (session_key, session_data, expire_date)
     values ($1, $2, now() + make_interval(secs => $3))`,
    [key, sign(data, { salt, secret: settings.SECRET_KEY }), sessionAge(settings)],
  );
  await noteOrigin(sql, key, session);
  return key;
}

async function noteOrigin(sql: Queryable, key: string, { userId, origin }: NewSession): Promise<void> {
  await loginTables(sql);
  await sql.unsafe(
    `delete from patchbay.login_session l where l.user_id = $1
       and not exists (select 1 from django_session s where s.session_key = l.session_key)`,
    [userId],
  );
  await sql.unsafe(
    `insert into patchbay.login_session
       (session_key, user_id, address, agent, provider, issuer, subject, provider_session)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      key,
      userId,
      origin?.address ?? null,
      origin?.agent?.slice(0, 300) ?? null,
      origin?.provider ?? null,
      origin?.issuer ?? null,
      origin?.subject ?? null,
      origin?.providerSession ?? null,
    ],
  );
}

/** Ends a session. */
export async function endSession(sql: Queryable, key: string): Promise<void> {
  await loginTables(sql);
  await sql.unsafe('delete from patchbay.login_session where session_key = $1', [key]);
  await sql.unsafe('delete from django_session where session_key = $1', [key]);
}

/** Whether a session has lasted as long as any may (SESSION_ABSOLUTE_TIMEOUT); one that NetBox began doesn't tell. */
export function isOutlived(data: SessionData, { SESSION_ABSOLUTE_TIMEOUT: most }: Settings): boolean {
  const started = data[startedAt];
  return most !== null && typeof started === 'number' && started + most <= Date.now() / 1000;
}

/** What a running session holds; null where there is none. */
export async function sessionData(sql: Queryable, settings: Settings, key: string): Promise<SessionData | null> {
  const [row] = await sql.unsafe(
    'select session_data from django_session where session_key = $1 and expire_date > now()',
    [key],
  );
  return row ? readSessionData(row.session_data as string, settings) : null;
}

/** The data in a stored session, or null where another key signed it. */
export function readSessionData(stored: string, settings: Pick<Settings, 'SECRET_KEY'>): SessionData | null {
  const data = unsign(stored, { salt, secret: settings.SECRET_KEY });
  return typeof data === 'object' && data !== null ? (data as SessionData) : null;
}

/** Django's `get_session_auth_hash`. */
export const sessionAuthHash = (passwordHash: string, secret: string): string =>
  saltedHmac('django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash', passwordHash, secret).toString('hex');
