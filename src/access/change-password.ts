import { HttpError } from '#base/http-error.ts';
import type { Settings } from '#base/settings.ts';
import type { Queryable } from '#database/connect.ts';
import { checkPassword } from './check-password.ts';
import type { RequestFacts } from './client-address.ts';
import type { User } from './identity.ts';
import { logIn } from './log-in.ts';
import { makePassword } from './password.ts';
import { passwordProblems } from './password-validators/password-problems.ts';

/** A user who gives themselves another password. */
export interface PasswordChange {
  readonly user: User;
  readonly request: RequestFacts;
  /** The session's key; all others of the user are void afterwards. */
  readonly session: string;
  readonly old: string;
  readonly new: string;
}

/**
 * Gives a user another password and returns the key of the session that takes the place of theirs. Throws a 400 keyed
 * by field where the old one is wrong (each time counts as a failed login) or the new one is refused.
 */
export async function changePassword(sql: Queryable, settings: Settings, change: PasswordChange): Promise<string> {
  const { user, request } = change;
  const known = await checkPassword({ sql, settings, request, username: user.username, password: change.old });
  if (known?.id !== user.id)
    throw new HttpError(400, {
      old_password: ['Your old password was entered incorrectly. Please enter it again.'],
    });
  const problems = await passwordProblems(change.new, settings, {
    username: user.username,
    first_name: user.firstName,
    last_name: user.lastName,
    email: user.email,
  });
  if (problems.length > 0) throw new HttpError(400, { new_password: problems });
  const passwordHash = await makePassword(change.new);
  await sql.unsafe('update users_user set password = $2 where id = $1', [user.id, passwordHash]);
  return logIn(sql, settings, { userId: user.id, passwordHash, replaces: change.session });
}
