import type { Sql } from '#database/connect.ts';

/** How long a use of a session needs no note, in milliseconds. */
const pause = 60_000;
const most = 5000;
const noted = new Map<string, number>();

/**
 * Notes that a session was used: once a minute, beside the request, and without waiting for the disk. A database that is
 * only to be read has no note to take.
 */
export function noteSeen(sql: Sql, key: string): void {
  const now = performance.now();
  if (now - (noted.get(key) ?? -Infinity) < pause) return;
  if (noted.size >= most) noted.clear();
  noted.set(key, now);
  sql
    .unsafe(
      `update patchbay.login_session set seen = now()
       where session_key = $1 and set_config('synchronous_commit', 'off', true) is not null`,
      [key],
    )
    .catch(() => {});
}
