/** Where a database is, taken apart from its URL. */
export interface DatabaseTarget {
  host: string;
  port: number;
  /** The socket's file, where the host is a directory. */
  path?: string;
  user: string;
  password: string;
  database: string;
  ssl: false | string;
  connection: Record<string, string>;
}

/**
 * Reads a PostgreSQL connection URL as libpq does, Unix sockets included
 * (`postgres://user@%2Frun%2Fpostgresql/name`, `postgres://user@/name?host=/run/postgresql`).
 */
export function parseDatabaseUrl(text: string): DatabaseTarget {
  const match = /^postgres(?:ql)?:\/\/(?:([^@/?#]*)@)?([^/?#]*)(?:\/([^?#]*))?(?:\?([^#]*))?$/.exec(text);
  if (!match) throw new DatabaseUrlError('it must look like postgres://user:password@host:5432/name');
  const [, credentials = '', authority = '', name = '', query = ''] = match;
  const search = new URLSearchParams(query);
  const [user = '', ...password] = credentials.split(':');
  const endpoint = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(authority);
  if (!endpoint) throw new DatabaseUrlError(`its host "${authority}" is not a single host and port`);
  const host = search.get('host') ?? (decode(endpoint[1] ?? '').replace(/^\[|\]$/g, '') || 'localhost');
  const port = Number(search.get('port') ?? endpoint[2] ?? 5432);
  const ssl = search.get('sslmode') ?? 'disable';
  const userName = search.get('user') ?? (decode(user) || process.env.PGUSER || process.env.USER || 'postgres');
  const known = new Set(['host', 'port', 'user', 'password', 'sslmode', 'dbname', 'options', 'connect_timeout']);
  return {
    host,
    port,
    ...(host.startsWith('/') && { path: `${host}/.s.PGSQL.${port}` }),
    user: userName,
    password: search.get('password') ?? (decode(password.join(':')) || process.env.PGPASSWORD || ''),
    database: search.get('dbname') ?? (decode(name) || userName),
    ssl: ssl === 'disable' ? false : ssl,
    connection: Object.fromEntries([...search].filter(([key]) => !known.has(key))),
  };
}

/** A URL that names no database we can reach; the message never repeats the URL, which may hold a password. */
export class DatabaseUrlError extends Error {
  override name = 'DatabaseUrlError';
  constructor(reason: string) {
    super(`The database URL cannot be used: ${reason}.`);
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new DatabaseUrlError('it holds a % that is not followed by two hexadecimal digits');
  }
}
