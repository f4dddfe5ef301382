import { loginTables } from '#access/login-tables.ts';
import type { Sql } from '#database/connect.ts';
import type { KeptTest, TestResult } from '../contract.ts';

/** Keeps what a test login of an administrator came to: the last one of each. */
export async function keepTest(sql: Sql, userId: string, provider: string, result: TestResult): Promise<void> {
  await loginTables(sql);
  await sql.unsafe(
    `insert into patchbay.login_test (user_id, provider, result) values ($1, $2, $3::jsonb)
     on conflict (user_id) do update set provider = excluded.provider, result = excluded.result, at = now()`,
    [userId, provider, JSON.stringify(result).replaceAll('\\u0000', '')],
  );
}

/** What the administrator's last test login came to, within the last hour; null where there was none. */
export async function lastTest(sql: Sql, userId: string): Promise<KeptTest | null> {
  await loginTables(sql);
  const [row] = await sql.unsafe(
    `select provider, result, to_json(at) #>> '{}' as at from patchbay.login_test where user_id = $1 and at > now() - interval '1 hour'`,
    [userId],
  );
  return row
    ? { ...(JSON.parse(row.result as string) as TestResult), provider: row.provider as string, at: row.at as string }
    : null;
}
