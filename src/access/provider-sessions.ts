import type { Queryable } from '#database/connect.ts';
import { loginTables } from './login-tables.ts';
import { endSession } from './session.ts';

/**
 * Ends the sessions that a login at a provider began: those of the session there where one is named, else all of the
 * subject's. Returns how many.
 */
export async function endProviderSessions(
  sql: Queryable,
  { provider, subject, session }: { provider: string; subject: string | null; session: string | null },
): Promise<number> {
  await loginTables(sql);
  const rows = await sql.unsafe(
    `select session_key from patchbay.login_session
     where provider = $1 and ($2::text is null or subject = $2) and ($3::text is null or provider_session = $3)
       and coalesce($2, $3) is not null`,
    [provider, subject, session],
  );
  for (const row of rows) await endSession(sql, row.session_key as string);
  return rows.length;
}
