import { createHash } from 'node:crypto';
import { loginTables } from '#access/login-tables.ts';
import type { Sql } from '#database/connect.ts';

/** A login that was sent to a provider and has not come back. */
export interface PendingLogin {
  readonly provider: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
  /** Where to go afterwards: a path of ours. */
  readonly next: string;
  /** `login`; `link`: the account that asked shall be linked; `test`: nobody is logged in, an administrator looks. */
  readonly purpose: 'login' | 'link' | 'test';
  /** Who asked, for `link` and `test`. */
  readonly userId: string | null;
}

/** How long somebody may take at the provider: passwords, second factors, a mail in between. */
const lifetime = '20 minutes';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Keeps a login under its state, for the browser that began it. What nobody came back for is forgotten. */
export async function keepPending(sql: Sql, state: string, browser: string, login: PendingLogin): Promise<void> {
  await loginTables(sql);
  await sql.unsafe(`delete from patchbay.login_pending where started < now() - interval '${lifetime}'`);
  await sql.unsafe(
    'insert into patchbay.login_pending (state, browser, provider, data) values ($1, $2, $3, $4::jsonb)',
    [digest(state), digest(browser), login.provider, JSON.stringify(login)],
  );
}

/**
 * The login that was kept under the state, which is used up by asking; null where there is none, where another browser
 * began it, or where it took too long.
 */
export async function takePending(
  sql: Sql,
  { state, browser, provider }: { state: string; browser: string; provider: string },
): Promise<PendingLogin | null> {
  await loginTables(sql);
  const [row] = await sql.unsafe(
    `delete from patchbay.login_pending
     where state = $1 and browser = $2 and provider = $3 and started > now() - interval '${lifetime}' returning data`,
    [digest(state), digest(browser), provider],
  );
  return row ? (JSON.parse(row.data as string) as PendingLogin) : null;
}
