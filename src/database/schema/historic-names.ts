import type { Model } from '#registry/model.ts';

/**
 * The names that a model's database objects have: the derived ones, save where the model's `database.names` says that
 * NetBox's history left another. A name listed there that nothing asked for is an error, so that none outlives its use.
 */
export class HistoricNames {
  readonly #model: Model;
  readonly #unused: Set<string>;

  constructor(model: Model) {
    this.#model = model;
    this.#unused = new Set(Object.keys(model.database?.names ?? {}));
  }

  /** The real name of what would be called `derived`. */
  of(derived: string): string {
    this.#unused.delete(derived);
    return this.#model.database?.names?.[derived] ?? derived;
  }

  /** Throws if the model lists a name that was never asked for. */
  assertAllUsed(): void {
    for (const name of this.#unused) throw new Error(`${this.#model.name}: nothing is called ${name} (database.names)`);
  }
}
