import { cpus, loadavg, release, totalmem, type } from 'node:os';
import type { Sql } from '#database/connect.ts';

/** What the figures were measured on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly postgresql: string;
  /** How many processes wanted a processor at the end, on average of a minute. */
  readonly load: number;
}

export async function describeMachine(sql: Sql): Promise<Machine> {
  const [row] = await sql.unsafe('show server_version');
  return {
    processor: cpus()[0]?.model.trim() || process.arch,
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release().split(/[-+]/)[0]}`,
    node: process.versions.node,
    postgresql: row!.server_version as string,
    load: loadavg()[0]!,
  };
}
