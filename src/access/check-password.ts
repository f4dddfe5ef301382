import type { Settings } from '#base/settings.ts';
import type { Queryable } from '#database/connect.ts';
import { clientAddress, type RequestFacts } from './client-address.ts';
import { type LoginThrottle, loginThrottle } from './login-throttle.ts';
import { makePassword, needsRehash, verifyPassword } from './password.ts';

export interface Credentials {
  readonly sql: Queryable;
  readonly settings: Settings;
  readonly request: RequestFacts;
  readonly username: string;
  readonly password: string;
  readonly throttle?: LoginThrottle;
}

/** A user whose password was right. */
export interface VerifiedUser {
  readonly id: string;
  /** The stored hash. */
  readonly passwordHash: string;
}

/**
 * The active user with this name and password, or null, after the same time for every reason. A hash that is weaker
 * than today's is made anew. Throws where too many failed before.
 */
export function checkPassword({ throttle = loginThrottle, ...given }: Credentials): Promise<VerifiedUser | null> {
  const { sql, settings, username, password } = given;
  const address = clientAddress(given.request, settings);
  return throttle.attempt({ sql, username, address }, async () => {
    const [row] = username.includes('\0')
      ? []
      : await sql.unsafe('select id, password, is_active from users_user where username = $1', [username]);
    const stored = (row?.password as string | undefined) ?? '';
    const matches = await verifyPassword(password, stored);
    if (!row || !matches || row.is_active !== 't') return null;
    const id = row.id as string;
    if (!needsRehash(stored) || settings.MAINTENANCE_MODE) return { id, passwordHash: stored };
    const passwordHash = await makePassword(password);
    await sql.unsafe('update users_user set password = $2 where id = $1 and password = $3', [id, passwordHash, stored]);
    return { id, passwordHash };
  });
}
