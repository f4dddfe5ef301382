import type { Queryable } from '#database/connect.ts';
import type { AccountPage } from '#identity/pages/account-page.ts';
import { mayUse } from './may-use.ts';

type Facts = Pick<AccountPage, 'applications' | 'totp' | 'passkeys' | 'recoveryCodes' | 'consents'>;

/** What a user's own page tells. */
export async function findAccountFacts(sql: Queryable, userId: number): Promise<Facts> {
  const [applications, totp, passkeys, codes, consents] = await Promise.all([
    sql.unsafe<{ id: string; name: string; description: string; launch_url: string; section: string }[]>(
      'select id, name, description, launch_url, section from patchbay.identity_application order by section, name',
    ),
    named(sql, 'identity_totp_device', userId, 'and confirmed'),
    named(sql, 'identity_passkey', userId),
    sql.unsafe<{ count: string }[]>(
      'select count(*) as count from patchbay.identity_recovery_code where user_id = $1',
      [userId],
    ),
    sql.unsafe<{ provider_id: string; name: string }[]>(
      `select c.provider_id, a.name from patchbay.identity_consent c
       join patchbay.identity_application a on a.provider_id = c.provider_id where c.user_id = $1 order by a.name`,
      [userId],
    ),
  ]);
  const allowed = await Promise.all(applications.map(({ id }) => mayUse(sql, id, userId)));
  return {
    applications: applications.filter((_, index) => allowed[index]),
    totp,
    passkeys,
    recoveryCodes: Number(codes[0]?.count ?? 0),
    consents,
  };
}

const named = (sql: Queryable, table: string, userId: number, more = '') =>
  sql.unsafe<{ id: string; name: string }[]>(
    `select id, name from patchbay.${table} where user_id = $1 ${more} order by created`,
    [userId],
  );
