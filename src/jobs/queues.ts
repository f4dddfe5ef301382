import type { Queryable } from '#database/connect.ts';

/** How many jobs a queue has, by what has become of them. */
export interface QueueCounts {
  readonly pending: number;
  readonly running: number;
  readonly scheduled: number;
  readonly completed: number;
  readonly failed: number;
  /** When the oldest that waits was made, as `2026-11-24, 07:36:28`. */
  readonly oldest: string | undefined;
}

export const noJobs: QueueCounts = Object.freeze({
  pending: 0,
  running: 0,
  scheduled: 0,
  completed: 0,
  failed: 0,
  oldest: undefined,
});

/** The counts of each queue that has jobs. */
export async function queueCounts(sql: Queryable): Promise<ReadonlyMap<string, QueueCounts>> {
  const count = (...states: string[]) => `count(*) filter (where status in (${states.map((one) => `'${one}'`)}))`;
  const rows = await sql.unsafe(
    `select queue_name, ${count('pending')} as pending, ${count('running')} as running,
       ${count('scheduled')} as scheduled, ${count('completed')} as completed, ${count('errored', 'failed')} as failed,
       to_char(min(created) filter (where status = 'pending'), 'YYYY-MM-DD, HH24:MI:SS') as oldest
     from core_job group by queue_name`,
  );
  return new Map(
    rows.map((row) => [
      row.queue_name as string,
      {
        pending: Number(row.pending),
        running: Number(row.running),
        scheduled: Number(row.scheduled),
        completed: Number(row.completed),
        failed: Number(row.failed),
        oldest: (row.oldest as string | null) ?? undefined,
      },
    ]),
  );
}
