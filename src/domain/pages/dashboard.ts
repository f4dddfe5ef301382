import type { Sql } from '#database/connect.ts';

/** A user's dashboard as NetBox keeps it: widgets' places in twelve columns, and what each shows. */
export interface StoredDashboard {
  readonly layout: unknown;
  readonly config: unknown;
}

/** The user's dashboard, or null. */
export async function readDashboard(sql: Sql, userId: string): Promise<StoredDashboard | null> {
  const [row] = await sql.unsafe('select layout, config from extras_dashboard where user_id = $1', [userId]);
  return row ? { layout: JSON.parse(row.layout as string), config: JSON.parse(row.config as string) } : null;
}

/** Keeps the user's dashboard, in place of the one before. */
export async function keepDashboard(sql: Sql, userId: string, { layout, config }: StoredDashboard): Promise<void> {
  await sql.unsafe(
    `insert into extras_dashboard (user_id, layout, config) values ($1, $2::jsonb, $3::jsonb)
      on conflict (user_id) do update set layout = excluded.layout, config = excluded.config`,
    [userId, JSON.stringify(layout), JSON.stringify(config)],
  );
}

/** Goes back to the usual dashboard. */
export async function forgetDashboard(sql: Sql, userId: string): Promise<void> {
  await sql.unsafe('delete from extras_dashboard where user_id = $1', [userId]);
}
