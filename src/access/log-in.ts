import type { Settings } from '#base/settings.ts';
import type { Queryable } from '#database/connect.ts';
import { createSession, type NewSession } from './session.ts';

/**
 * Begins a session for a user who has shown who they are, by a password or at an identity provider, and notes the
 * login: `last_login`, and the preferences that a first login gives. Returns the session's key.
 */
export async function logIn(sql: Queryable, settings: Settings, session: NewSession): Promise<string> {
  const key = await createSession(sql, settings, session);
  if (settings.MAINTENANCE_MODE) return key;
  await sql.unsafe('update users_user set last_login = now() where id = $1', [session.userId]);
  await sql.unsafe(
    `insert into users_userconfig (user_id, data)
     select $1, $2 where not exists (select 1 from users_userconfig where user_id = $1)
     on conflict (user_id) do nothing`,
    [session.userId, JSON.stringify(settings.DEFAULT_USER_PREFERENCES)],
  );
  return key;
}
