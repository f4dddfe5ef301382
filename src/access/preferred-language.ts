import type { Queryable } from '#database/connect.ts';
import type { User } from './identity.ts';

/** The language that a user chose, as NetBox keeps it (`locale.language` of the preferences); empty where none was. */
export async function preferredLanguage(sql: Queryable, user: User | null): Promise<string> {
  if (!user) return '';
  const [row] = await sql.unsafe(
    "select data #>> '{locale,language}' as language from users_userconfig where user_id = $1",
    [user.id],
  );
  return (row?.language as string | null | undefined) ?? '';
}
