import postgres from 'postgres';
import { parseDatabaseUrl } from './database-url.ts';

/** A pool of connections; every value it returns is PostgreSQL's own text, or null. */
export type Sql = postgres.Sql<Record<string, never>>;

/** A transaction, or one connection taken out of the pool: whatever runs statements. */
export type Queryable = Pick<Sql, 'unsafe'>;

export interface ConnectOptions {
  /** How many connections the pool may open. */
  max?: number;
  applicationName?: string;
  /** Seconds after which an idle connection is closed; left out: never. */
  idleTimeout?: number;
  connectTimeout?: number;
  /** Session parameters beside the fixed ones, such as `statement_timeout`. */
  session?: Record<string, string>;
}

/**
 * The pool that requests are served from. Statements that are sent side by side wait less where they share connections:
 * each connection costs a write of ours and a process to wake (two cores, 50 devices at 16 connections: 2 to 8 give
 * 660 to 740 answers a second, 10 give 440). A transaction takes one for itself, so that there should be some.
 * No statement is spread over workers: starting them takes longer than what they share out (200,000 interfaces counted:
 * 24 ms by three processes, 6.7 ms by one), and other requests need the processors.
 */
export const servingPool: ConnectOptions = { max: 8, session: { max_parallel_workers_per_gather: '0' } };

/** Another pool for the same database, with the same session. */
export function alike(sql: Sql, { max, applicationName }: { max: number; applicationName: string }): Sql {
  const connection = { ...sql.options.connection, application_name: applicationName };
  // An option object that postgres.js has read may be given to it again.
  return postgres({ ...sql.options, max, connection } as unknown as postgres.Options<
    Record<string, never>
  >) as unknown as Sql;
}

/**
 * The session every statement runs in. Renderers splice the text that PostgreSQL returns, so its forms are fixed
 * here and not left to the server's or the role's defaults.
 */
const session = {
  TimeZone: 'UTC',
  DateStyle: 'ISO, YMD',
  IntervalStyle: 'postgres',
  bytea_output: 'hex',
  client_min_messages: 'warning',
  standard_conforming_strings: 'on',
};

/**
 * Opens a pool. No value is parsed and no parameter serialised by type: rows carry text, and a parameter is a
 * string, number, bigint, boolean or null (an array is passed as PostgreSQL's literal, `{1,2}`).
 */
export function connect(url: string, options: ConnectOptions = {}): Sql {
  const target = parseDatabaseUrl(url);
  const sql = postgres({
    ...target,
    max: options.max ?? 10,
    fetch_types: false,
    idle_timeout: options.idleTimeout,
    connect_timeout: options.connectTimeout ?? 10,
    backoff: (retries: number) => Math.min(0.05 * 2 ** retries, 2),
    connection: {
      ...session,
      ...target.connection,
      ...options.session,
      application_name: options.applicationName ?? 'patchbay',
    },
    onnotice: () => {},
    // The types of postgres.js want every key present and know no `path` beside `host`.
  } as unknown as postgres.Options<Record<string, never>>) as unknown as Sql;
  // With fetch_types off, postgres.js 3.4 never hands out a connection that reserve() has to open.
  sql.reserve = () => {
    throw new Error('reserve() would never return: use begin(), or a pool of one connection (max: 1)');
  };
  // Its own parsers and serialisers cannot be left out by an option; each connection reads these two tables.
  for (const table of [sql.options.parsers, sql.options.serializers] as unknown as Record<string, unknown>[])
    for (const type of Object.keys(table)) delete table[type];
  return sql;
}
