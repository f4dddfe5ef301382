import type { ReadContext } from '#operations/read/context.ts';
import { relatedKeys } from '#operations/read/parts/many.ts';
import { type StoredColumn, storedColumns } from '#operations/write/stored.ts';
import type { Step } from '#query/step.ts';
import type { Model } from '#registry/model.ts';

type Columns = ReadonlyMap<string, string | null>;

/** One kind of facts about objects: those that are known, and the keys that somebody asked for. */
class Facts<T> {
  readonly known = new Map<string, T>();
  readonly wanted = new Set<string>();
}

/**
 * What a template reads of the database, and what it still wants to. A rendering asks; what is missing is noted, and
 * read by one statement a kind of facts before the next rendering.
 */
export class ObjectGraph {
  readonly context: ReadContext;
  readonly #rows = new Map<Model, Facts<Columns>>();
  readonly #texts = new Map<Model, Facts<string>>();
  readonly #served = new Map<string, { model: Model; field: string; facts: Facts<unknown> }>();
  readonly #related = new Map<string, { step: Step; facts: Facts<readonly string[]> }>();

  constructor(context: ReadContext) {
    this.context = context;
  }

  /** The columns of an object; undefined where they are still to be read. */
  row(model: Model, key: string): Columns | undefined {
    return ask(factsOf(this.#rows, model), key);
  }

  /** How an object is called; undefined where that is still to be read. */
  text(model: Model, key: string): string | undefined {
    return ask(factsOf(this.#texts, model), key);
  }

  /** What REST serves as a field of an object, for what is no column; undefined where it is still to be read. */
  served(model: Model, field: string, key: string): unknown {
    const name = `${model.name} ${field}`;
    const entry = this.#served.get(name) ?? { model, field, facts: new Facts<unknown>() };
    this.#served.set(name, entry);
    return ask(entry.facts, key);
  }

  /** Keys of the objects at the end of a step; undefined where they are still to be read. */
  related(step: Step, { name, key }: { name: string; key: string }): readonly string[] | undefined {
    const entry = this.#related.get(name) ?? { step, facts: new Facts<readonly string[]>() };
    this.#related.set(name, entry);
    return ask(entry.facts, key);
  }

  /** Reads what was asked for in vain. Returns whether there was anything. */
  async read(): Promise<boolean> {
    const work: Promise<void>[] = [];
    for (const [model, facts] of this.#rows) if (facts.wanted.size > 0) work.push(this.#readRows(model, facts));
    for (const [model, facts] of this.#texts) if (facts.wanted.size > 0) work.push(this.#readTexts(model, facts));
    for (const { model, field, facts } of this.#served.values())
      if (facts.wanted.size > 0)
        work.push(
          settle(
            facts,
            (keys) => this.#readServed(model, field, keys),
            () => null,
          ),
        );
    for (const { step, facts } of this.#related.values())
      if (facts.wanted.size > 0)
        work.push(
          settle(
            facts,
            (keys) => relatedKeys(step, keys, this.context),
            () => [],
          ),
        );
    await Promise.all(work);
    return work.length > 0;
  }

  #readRows(model: Model, facts: Facts<Columns>): Promise<void> {
    const columns = storedColumns(model);
    const list = columns.map(({ name }) => `t."${name}"`).join(', ');
    return settle(
      facts,
      async (keys) => {
        const rows = await this.context.rows(
          `select ${list} from "${model.table}" t where t."${columns[0]!.name}" = any($1)`,
          [`{${keys.join(',')}}`],
        );
        return new Map(rows.map((row) => [row[0]!, asMap(columns, row)]));
      },
      () => new Map(),
    );
  }

  async #readServed(model: Model, field: string, keys: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    const texts = await this.context.load(this.context.shapes.only(model, new Set([field])), keys);
    const read = (text: string) => (JSON.parse(text) as Record<string, unknown>)[field] ?? null;
    return new Map(keys.map((key) => [key, read(texts.get(key) ?? '{}')]));
  }

  #readTexts(model: Model, facts: Facts<string>): Promise<void> {
    return settle(
      facts,
      (keys) => this.context.load(this.context.shapes.of(model, 'repr'), keys),
      () => '',
    );
  }
}

function factsOf<T>(table: Map<Model, Facts<T>>, model: Model): Facts<T> {
  const facts = table.get(model) ?? new Facts<T>();
  table.set(model, facts);
  return facts;
}

function ask<T>({ known, wanted }: Facts<T>, key: string): T | undefined {
  const value = known.get(key);
  if (value === undefined) wanted.add(key);
  return value;
}

async function settle<T>(
  { known, wanted }: Facts<T>,
  read: (keys: string[]) => Promise<ReadonlyMap<string, T>>,
  absent: () => T,
): Promise<void> {
  const keys = [...wanted];
  wanted.clear();
  const found = await read(keys);
  for (const key of keys) known.set(key, found.get(key) ?? absent());
}

const asMap = (columns: readonly StoredColumn[], row: readonly (string | null)[]): Columns =>
  new Map(columns.map(({ name }, index) => [name, row[index] ?? null]));
