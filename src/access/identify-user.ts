import type { Settings } from '#base/settings.ts';
import type { Queryable } from '#database/connect.ts';
import type { Identity } from './identity.ts';
import { type UserRow, userColumns, userOf } from './user-columns.ts';

/**
 * Somebody in whose name something is done that they asked for earlier, with what they may do by now. A sentence where
 * nothing may be done for them any more, in NetBox's words.
 */
export async function identifyUser(sql: Queryable, settings: Settings, id: string): Promise<Identity | string> {
  const [row] = await sql.unsafe<UserRow[]>(`select ${userColumns} from users_user u where u.id = $1`, [id]);
  if (!row) return 'The requesting user no longer exists.';
  if (row.is_active !== 't') return 'The requesting user is no longer active.';
  return { ...userOf(row, settings), token: null, session: null };
}
