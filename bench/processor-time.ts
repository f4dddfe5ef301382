import { readFile } from 'node:fs/promises';
import type { Sql } from '#database/connect.ts';

/**
 * Seconds of processor time that the server and PostgreSQL have used so far; undefined where the system has no /proc.
 * On a machine that others use too, it tells what a piece of work costs where the clock cannot.
 */
export async function processorTime(sql: Sql, server: number): Promise<number | undefined> {
  const rows = (await sql.unsafe('select pid from pg_stat_activity').values()) as unknown as string[][];
  const ticks = await Promise.all([String(server), ...rows.map(([pid]) => pid!)].map(ticksOf));
  if (ticks[0] === undefined) return undefined;
  return ticks.reduce<number>((sum, one) => sum + (one ?? 0), 0) / ticksPerSecond;
}

/** Linux's USER_HZ, on every architecture that Node.js runs on. */
const ticksPerSecond = 100;

/** utime and stime of proc(5), the 14th and 15th field of a process's line; its name may hold blanks. */
async function ticksOf(pid: string): Promise<number | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields && Number(fields[11]) + Number(fields[12]);
}
