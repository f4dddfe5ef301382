import { createHash } from 'node:crypto';
import type { Sql } from '#database/connect.ts';
import { inOwnSchema } from '#database/own-schema.ts';

/** How a request names a query that the server knows: `extensions.persistedQuery`. */
export interface PersistedQuery {
  readonly version?: unknown;
  readonly sha256Hash?: unknown;
}

/** What is kept, at most: the texts of this length, and this many of them. */
const most = Object.freeze({ characters: 100_000, queries: 5_000, inMemory: 500 });

const tableSql = `
  create table if not exists patchbay.persisted_query (
    sha256 text primary key,
    query text not null,
    used timestamptz not null default now()
  )`;

/** Queries by the hashes of their texts, kept in the database: what one process learns, all know. */
export class PersistedQueries {
  readonly #sql: Sql;
  readonly #recent = new Map<string, string>();
  #table: Promise<unknown> | undefined;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /**
   * The query with the hash; undefined where nobody has told it yet, or it was forgotten. A database that is only to be
   * read is not asked: asking notes when a query was used last.
   */
  async find(hash: string, { readOnly = false } = {}): Promise<string | undefined> {
    const known = this.#recent.get(hash);
    if (known !== undefined || readOnly) return known;
    await this.#ready();
    const [row] = await this.#sql.unsafe<{ query: string }[]>(
      'update patchbay.persisted_query set used = now() where sha256 = $1 returning query',
      [hash],
      { prepare: true },
    );
    if (row) this.#remember(hash, row.query);
    return row?.query;
  }

  /** Keeps a query; those that were not used for longest are forgotten where there are too many. */
  async keep(hash: string, query: string): Promise<void> {
    if (this.#recent.has(hash) || query.length > most.characters) return;
    await this.#ready();
    await this.#sql.unsafe(
      'insert into patchbay.persisted_query (sha256, query) values ($1, $2) on conflict (sha256) do update set used = now()',
      [hash, query],
      { prepare: true },
    );
    await this.#sql.unsafe(
      `delete from patchbay.persisted_query where sha256 in
        (select sha256 from patchbay.persisted_query order by used desc offset ${most.queries})`,
    );
    this.#remember(hash, query);
  }

  #remember(hash: string, query: string): void {
    this.#recent.set(hash, query);
    if (this.#recent.size > most.inMemory) this.#recent.delete(this.#recent.keys().next().value!);
  }

  /** The table is made when it is first needed: databases that NetBox made have none. */
  #ready(): Promise<unknown> {
    this.#table ??= this.#sql
      .begin((transaction) => transaction.unsafe(inOwnSchema(tableSql)).simple())
      .catch((error: unknown) => {
        this.#table = undefined;
        throw error;
      });
    return this.#table;
  }
}

/** The hash that a request names; a sentence where it is none, or not that of the query beside it. */
export function persistedHash(
  { version, sha256Hash }: PersistedQuery,
  query: string | undefined,
): { readonly hash: string } | string {
  if (version !== 1) return 'Unsupported persisted query version';
  if (typeof sha256Hash !== 'string' || !/^[0-9a-f]{64}$/.test(sha256Hash)) return 'provided sha does not match query';
  if (query !== undefined && createHash('sha256').update(query).digest('hex') !== sha256Hash)
    return 'provided sha does not match query';
  return { hash: sha256Hash };
}

/** What tells a client to send the query itself. */
export const persistedQueryNotFound = JSON.stringify({
  errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
});
