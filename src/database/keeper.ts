/**
 * The state of the whole database as a text: who has committed so far. Two statements that see the same text see the
 * same rows, whoever else writes to the database (PostgreSQL, pg_current_snapshot; a restart counts as a change, for a
 * restored backup may count its transactions anew). Null on a replica, whose snapshots don't tell.
 */
export const stateSql = `case when not pg_is_in_recovery()
  then pg_current_snapshot()::text || ' ' || extract(epoch from pg_postmaster_start_time()) end`;

/** How many values are kept; beyond it all go. */
const most = 2000;

/**
 * What was read is kept as long as nobody has written anything. Each request learns the state with the statement that
 * tells who asks, so that looking costs no statement more: a value made after one request saw a state holds for
 * another that sees the same state later, since states never come back. Only for reading outside of transactions, and
 * for statements that don't depend on the time of day.
 *
 * 50 of 20,000 devices: 1.2 of 2.7 ms of PostgreSQL's work were the count.
 */
export class Keeper {
  #state = '';
  readonly #values = new Map<string, Promise<unknown>>();

  /** The value that was kept for the key in this state, or the one that `make` gives. */
  get<T>(state: string, key: string, make: () => Promise<T>): Promise<T> {
    if (state !== this.#state || this.#values.size >= most) {
      this.#values.clear();
      this.#state = state;
    }
    const known = this.#values.get(key) as Promise<T> | undefined;
    if (known) return known;
    const made = make();
    this.#values.set(key, made);
    made.catch(() => {
      if (this.#values.get(key) === made) this.#values.delete(key);
    });
    return made;
  }
}
