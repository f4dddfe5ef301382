import type { Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import { makeToken } from './make-token.ts';

export interface NewSuperuser {
  name: string;
  email: string;
  /** Django's hash of the password. */
  passwordHash: string;
  apiToken: string | null;
}

/** The user cannot be created as asked for. */
export class SuperuserError extends Error {
  override name = 'SuperuserError';
}

/** Whether nobody can log in yet. */
export async function hasNoUsers(sql: Sql): Promise<boolean> {
  const rows = await sql.unsafe('select 1 from public.users_user limit 1');
  return rows.length === 0;
}

/** Creates a superuser with preferences and, when asked for, an API token; returns the token as a client sends it. */
export async function createSuperuser(
  sql: Sql,
  { name, email, passwordHash, apiToken }: NewSuperuser,
  settings: Pick<Settings, 'API_TOKEN_PEPPERS' | 'DEFAULT_USER_PREFERENCES'>,
): Promise<{ token: string | null }> {
  if (!/^[\w.@+-]{1,150}$/u.test(name))
    throw new SuperuserError(`"${name}" cannot be a user's name: 1 to 150 letters, digits and @ . + - _ are allowed.`);
  const token = apiToken === null ? null : makeToken(apiToken, settings.API_TOKEN_PEPPERS);
  try {
    await sql.begin(async (transaction) => {
      const [user] = await transaction.unsafe(
        `insert into public.users_user (password, is_superuser, username, first_name, last_name, email, is_active, date_joined)
         values ($1, true, $2, '', '', $3, true, now()) returning id`,
        [passwordHash, name, email],
      );
      const id = user?.id as string;
      const preferences = JSON.stringify(settings.DEFAULT_USER_PREFERENCES);
      await transaction.unsafe('insert into public.users_userconfig (data, user_id) values ($1::jsonb, $2)', [
        preferences,
        id,
      ]);
      if (token)
        await transaction.unsafe(
          `insert into public.users_token (created, write_enabled, enabled, description, user_id, version, plaintext, key, pepper_id, hmac_digest)
           values (now(), true, true, '', $1, $2, $3, $4, $5, $6)`,
          [id, token.version, token.plaintext, token.key, token.pepper_id, token.hmac_digest],
        );
    });
  } catch (error) {
    if ((error as { code?: string }).code === '23505')
      throw new SuperuserError(`There is a user "${name}" (or that API token) already.`);
    throw error;
  }
  return { token: token?.shown ?? null };
}
