import { HttpError } from '#base/http-error.ts';
import { type SettingName, type Settings, settingsTable } from '#base/settings.ts';
import type { Queryable, Sql } from '#database/connect.ts';
import type { ConfigRevision } from './contract.ts';

/** The names of settings that a revision may hold. */
export const dynamicSettings = (Object.keys(settingsTable) as SettingName[]).filter(
  (name) => settingsTable[name].dynamic,
);

/** Every revision, the newest first. */
export async function listRevisions(sql: Queryable): Promise<ConfigRevision[]> {
  const rows = await sql.unsafe(
    `select id, active, to_char(created, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as created, comment, data
     from core_configrevision order by created desc, id desc`,
  );
  return rows.map((row) => ({
    id: Number(row.id),
    active: row.active === 't',
    created: row.created as string,
    comment: row.comment as string,
    data: (JSON.parse((row.data as string | null) ?? '{}') ?? {}) as Record<string, unknown>,
  }));
}

/**
 * Keeps settings as a new revision and puts it in force, as NetBox's form does. Throws a 400 keyed by setting for one
 * that is none, that is given where the program is started, or whose value can't be.
 */
export async function createRevision(
  sql: Sql,
  { data, comment, given }: { data: Record<string, unknown>; comment: string; given: Partial<Settings> },
): Promise<number> {
  const errors: Record<string, string[]> = {};
  if ([...comment].length > 200) errors.comment = ['Ensure this field has no more than 200 characters.'];
  for (const [name, value] of Object.entries(data)) {
    const problem = problemOf(name, value, given);
    if (problem) errors[name] = [problem];
  }
  if (Object.keys(errors).length > 0) throw new HttpError(400, errors);
  const kept = Object.fromEntries(Object.entries(data).filter(([, value]) => !isEmpty(value)));
  return sql.begin(async (transaction) => {
    await lock(transaction);
    await transaction.unsafe('update core_configrevision set active = false where active');
    const [row] = await transaction.unsafe(
      'insert into core_configrevision (active, created, comment, data) values (true, now(), $1, $2::jsonb) returning id',
      [comment, JSON.stringify(kept)],
    );
    return Number(row!.id);
  });
}

/** Puts an earlier revision in force again; false where there is none of that key. */
export function activateRevision(sql: Sql, key: string): Promise<boolean> {
  return sql.begin(async (transaction) => {
    await lock(transaction);
    const found = await transaction.unsafe('select from core_configrevision where id = $1', [key]);
    if (found.length === 0) return false;
    await transaction.unsafe('update core_configrevision set active = false where active and id <> $1', [key]);
    await transaction.unsafe('update core_configrevision set active = true where id = $1 and not active', [key]);
    return true;
  });
}

/** Forgets a revision; false where there is none of that key. Where it was in force, the newest of the others is. */
export async function deleteRevision(sql: Sql, key: string): Promise<boolean> {
  const { count } = await sql.unsafe('delete from core_configrevision where id = $1', [key]);
  return count > 0;
}

/** Two who write at once come one after the other; who reads is not held up. */
const lock = (sql: Queryable) => sql.unsafe('lock table core_configrevision in share row exclusive mode');

/** What NetBox's form leaves out of a revision: the default is in force then. */
const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);

function problemOf(name: string, value: unknown, given: Partial<Settings>): string | undefined {
  if (!(dynamicSettings as readonly string[]).includes(name))
    return 'There is no such setting that may be changed here.';
  if (Object.hasOwn(given, name))
    return 'This setting is given where the program is started, and cannot be changed here.';
  const { accepts, expected } = settingsTable[name as SettingName];
  return isEmpty(value) || accepts(value) ? undefined : `This must be ${expected}.`;
}
