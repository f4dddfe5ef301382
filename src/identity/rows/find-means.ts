import type { Queryable } from '#database/connect.ts';

/** What a user can show beside the password. */
export interface Means {
  readonly codes: boolean;
  readonly passkeys: boolean;
}

/** Whether a user has an authenticator app, and whether any passkey. Recovery codes alone ask for no second step. */
export async function findMeans(sql: Queryable, userId: string | number): Promise<Means> {
  const [row] = await sql.unsafe<{ codes: string; passkeys: string }[]>(
    `select exists (select from patchbay.identity_totp_device where user_id = $1 and confirmed) as codes,
       exists (select from patchbay.identity_passkey where user_id = $1) as passkeys`,
    [userId],
    { prepare: true },
  );
  return { codes: row?.codes === 't', passkeys: row?.passkeys === 't' };
}
