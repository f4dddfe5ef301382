import { connect, type Sql, servingPool } from './connect.ts';

/**
 * How far the primary has written, as a text; null on a replica. Whoever is told this and reads from a replica that has
 * come as far reads whatever anybody had been told was written.
 */
export const positionSql = 'case when not pg_is_in_recovery() then pg_current_wal_insert_lsn() end';

/** How long a replica may take to say how far it is, and how long it is left alone after it failed, in milliseconds. */
const patience = 250;
const rest = 5_000;

/** A streaming replica with what is known of it. */
interface Replica {
  readonly sql: Sql;
  /** How far it has come, when it was last asked; it never goes back. */
  position: bigint;
  /** The moment before which it is not asked again. */
  restsUntil: number;
}

/**
 * Streaming replicas that reads may go to. A read goes to one only when it holds everything that the primary had
 * written when the request came; else, and when a replica fails, to the primary. So nobody reads less than they, or
 * anybody, wrote before, whichever of several servers they wrote through.
 */
export class Replicas {
  readonly #primary: Sql;
  readonly #replicas: readonly Replica[];
  #next = 0;

  constructor(primary: Sql, urls: readonly string[]) {
    this.#primary = primary;
    this.#replicas = urls.map((url) => ({
      sql: connect(url, { ...servingPool, connectTimeout: 2 }),
      position: -1n,
      restsUntil: 0,
    }));
  }

  /** Reads with what a replica, or else the primary, gives. `work` may be done twice; `position` is what must be there. */
  async read<T>(position: string | undefined, work: (sql: Sql) => Promise<T>): Promise<T> {
    const replica = position === undefined ? undefined : await this.#find(positionOf(position));
    if (!replica) return work(this.#primary);
    try {
      return await work(replica.sql);
    } catch (error) {
      if (!isReplicasFault(error as { code?: string })) throw error;
      replica.restsUntil = performance.now() + rest;
      return work(this.#primary);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#replicas.map(({ sql }) => sql.end({ timeout: 5 })));
  }

  /** The next replica that has come far enough; undefined where none has. */
  async #find(needed: bigint): Promise<Replica | undefined> {
    const now = performance.now();
    const start = this.#next++;
    for (let turn = 0; turn < this.#replicas.length; turn++) {
      const replica = this.#replicas[(start + turn) % this.#replicas.length]!;
      if (replica.restsUntil > now) continue;
      if (replica.position >= needed || (await this.#ask(replica)) >= needed) return replica;
    }
    return undefined;
  }

  async #ask(replica: Replica): Promise<bigint> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('The replica does not answer.')), patience);
    });
    try {
      const asked = replica.sql
        .unsafe('select case when pg_is_in_recovery() then pg_last_wal_replay_lsn() end as position', [], {
          prepare: true,
        })
        .execute();
      asked.catch(() => {});
      const [row] = await Promise.race([asked, late]);
      // One that was promoted goes its own way.
      replica.position = row!.position ? positionOf(row!.position as string) : -1n;
    } catch {
      replica.position = -1n;
      replica.restsUntil = performance.now() + rest;
    } finally {
      clearTimeout(timer);
    }
    return replica.position;
  }
}

/** `16/B374D848` as a number (PostgreSQL's pg_lsn). */
function positionOf(text: string): bigint {
  const [high = '0', low = '0'] = text.split('/');
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

/**
 * Failures that another database may be spared: connections that are lost or refused, a replica that starts or stops,
 * and reading that had to give way to what the replica took over (SQLSTATE 40001).
 */
const isReplicasFault = ({ code = '' }: { code?: string }): boolean => /^(08|53|57P|40001|CONN|E[A-Z]+$)/.test(code);
