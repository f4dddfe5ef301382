import { makePassword, needsRehash, verifyPassword } from '#access/password.ts';
import type { Queryable } from '#database/connect.ts';
import { passwordThrottle } from './throttles.ts';

export interface Credentials {
  readonly sql: Queryable;
  /** The user's name or e-mail address. */
  readonly username: string;
  readonly password: string;
  readonly address: string | null;
}

/**
 * The id of the active user with the name (or the e-mail address, where one user alone has it) and the password; null
 * for every reason there is, after the same time. A weaker hash is made anew. Throws where too many failed before.
 */
export function checkPassword({ sql, username, password, address }: Credentials): Promise<string | null> {
  return passwordThrottle.attempt({ sql, username, address }, async () => {
    const row = username.includes('\0') ? undefined : await findByName(sql, username);
    const matches = await verifyPassword(password, row?.password ?? '');
    if (!row || !matches || row.is_active !== 't') return null;
    if (needsRehash(row.password))
      await sql.unsafe('update patchbay.identity_user set password = $2 where id = $1 and password = $3', [
        row.id,
        await makePassword(password),
        row.password,
      ]);
    return row.id;
  });
}

interface Row {
  id: string;
  password: string;
  is_active: string;
}

async function findByName(sql: Queryable, name: string): Promise<Row | undefined> {
  const columns = 'select id, password, is_active from patchbay.identity_user';
  const [named] = await sql.unsafe<Row[]>(`${columns} where username = $1`, [name], { prepare: true });
  if (named) return named;
  const mailed = await sql.unsafe<Row[]>(`${columns} where lower(email) = lower($1) and email <> '' limit 2`, [name]);
  return mailed.length === 1 ? mailed[0] : undefined;
}
