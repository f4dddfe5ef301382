import { createHash } from 'node:crypto';
import type { Queryable } from '#database/connect.ts';
import type { OwnSession } from './contract.ts';
import { loginTables } from './login-tables.ts';
import { endSession } from './session.ts';

const statement = `
  select l.session_key, l.started, l.seen, s.expire_date, l.address, l.agent, l.provider
  from patchbay.login_session l join django_session s on s.session_key = l.session_key
  where l.user_id = $1 and s.expire_date > now() order by l.started desc`;

/** The sessions of a user that began here, the latest first. */
export async function ownSessions(sql: Queryable, userId: string, currentKey: string): Promise<readonly OwnSession[]> {
  await loginTables(sql);
  const rows = await sql.unsafe(statement, [userId]);
  return rows.map((row) => ({
    id: idOf(row.session_key as string),
    current: row.session_key === currentKey,
    started: moment(row.started),
    seen: moment(row.seen),
    expires: moment(row.expire_date),
    address: row.address as string | null,
    agent: row.agent as string | null,
    provider: row.provider as string | null,
  }));
}

/** Ends a user's session by its id; false where there is none. */
export async function endOwnSession(sql: Queryable, userId: string, id: string): Promise<boolean> {
  await loginTables(sql);
  for (const row of await sql.unsafe(statement, [userId])) {
    if (idOf(row.session_key as string) !== id) continue;
    await endSession(sql, row.session_key as string);
    return true;
  }
  return false;
}

/** Ends all of a user's sessions but one; returns how many. */
export async function endOtherSessions(sql: Queryable, userId: string, currentKey: string): Promise<number> {
  await loginTables(sql);
  const others = (await sql.unsafe(statement, [userId])).filter((row) => row.session_key !== currentKey);
  for (const row of others) await endSession(sql, row.session_key as string);
  return others.length;
}

const idOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);

const moment = (text: unknown): string =>
  new Date(`${String(text).replace(' ', 'T').replace(/\+00$/, 'Z')}`).toISOString();
