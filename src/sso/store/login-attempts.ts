import { loginTables } from '#access/login-tables.ts';
import type { Sql } from '#database/connect.ts';
import type { LoginAttempt } from '../contract.ts';
import { textClaim } from '../groups/claim-at.ts';
import type { Provider } from '../settings/provider.ts';

/** Tokens are no claims, and nobody's to read. */
const secrets = new Set(['access_token', 'refresh_token', 'id_token', 'expires_in', 'token_type', 'scope', 'at_hash']);

/** The claims of an answer without the tokens beside them. */
export const shownClaims = (response: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(response).filter(([name]) => !secrets.has(name)));

/** Notes that somebody was turned away, and why; the last of several times. */
export async function noteRefused(
  sql: Sql,
  provider: Provider,
  { response, reason }: { response: Readonly<Record<string, unknown>>; reason: string },
): Promise<void> {
  const uid = textClaim(response, provider.claims.uid);
  if (!uid || uid.length > 255) return;
  await loginTables(sql);
  await sql.unsafe(
    `insert into patchbay.login_attempt (provider, uid, username, email, claims, outcome)
     values ($1, $2, $3, $4, $5::jsonb, $6)
     on conflict (provider, uid) do update set username = excluded.username, email = excluded.email,
       claims = excluded.claims, outcome = excluded.outcome, at = now()`,
    [
      provider.name,
      uid,
      textClaim(response, provider.claims.username) ?? null,
      textClaim(response, provider.claims.email) ?? null,
      JSON.stringify(shownClaims(response)).replaceAll('\\u0000', ''),
      reason,
    ],
  );
  await sql.unsafe(`delete from patchbay.login_attempt where at < now() - interval '90 days'`);
}

/** Forgets the refusals of somebody who has got in. */
export async function forgetRefused(sql: Sql, provider: string, uid: string): Promise<void> {
  await sql.unsafe('delete from patchbay.login_attempt where provider = $1 and uid = $2', [provider, uid]);
}

/** Who was turned away, the latest first. */
export async function refusedLogins(sql: Sql): Promise<readonly LoginAttempt[]> {
  await loginTables(sql);
  const rows = await sql.unsafe(
    `select provider, uid, username, email, outcome, to_json(at) #>> '{}' as at
     from patchbay.login_attempt order by at desc limit 200`,
  );
  return rows as unknown as LoginAttempt[];
}
