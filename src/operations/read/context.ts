import type { Settings } from '#base/settings.ts';
import type { Queryable } from '#database/connect.ts';
import type { Keeper } from '#database/keeper.ts';
import { worthPreparing } from '#database/worth-preparing.ts';
import type { Registry } from '#registry/registry.ts';
import type { ContentTypes } from './content-types.ts';
import type { CustomFieldDefinition } from './custom-field-definitions.ts';
import type { Row } from './row.ts';
import type { Shape } from './shape.ts';
import type { Shapes } from './shapes.ts';

interface Batch {
  readonly texts: Map<string, string>;
  asked: Set<string>;
  waiting: string[];
  running: Promise<unknown>;
}

/** What one request reads with: everything is fetched and rendered at most once. */
export class ReadContext {
  readonly sql: Queryable;
  readonly registry: Registry;
  readonly shapes: Shapes;
  readonly settings: Settings;
  readonly contentTypes: ContentTypes;
  /** Scheme, host and base path of the answer's absolute URLs, without a slash at the end. */
  readonly base: string;
  /** What follows an object's address: the format that was asked for, which holds for what it leads to as well. */
  readonly tail: string;
  readonly #keeper: Keeper | undefined;
  readonly #state: string | undefined;
  readonly #batches = new Map<Shape, Batch>();
  readonly #made = new Map<string, Promise<unknown>>();

  constructor(parts: {
    sql: Queryable;
    registry: Registry;
    shapes: Shapes;
    settings: Settings;
    contentTypes: ContentTypes;
    base: string;
    tail?: string;
    /** Given with the state of the database that the request saw: what was read then is not read again. */
    keeper?: Keeper;
    state?: string | undefined;
  }) {
    this.sql = parts.sql;
    this.registry = parts.registry;
    this.shapes = parts.shapes;
    this.settings = parts.settings;
    this.contentTypes = parts.contentTypes;
    this.base = parts.base;
    this.tail = parts.tail ?? '';
    this.#keeper = parts.keeper;
    this.#state = parts.state;
  }

  /** Rows of a statement, prepared where it comes again. */
  async rows(text: string, parameters: readonly (string | number | boolean | null)[] = []): Promise<Row[]> {
    return (await this.sql
      .unsafe(text, parameters as (string | number)[], { prepare: worthPreparing(text) })
      .values()) as unknown as Row[];
  }

  /** The value that `make` gives, made once for this request; it must be the same for everybody. */
  once<T>(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#made.get(key) as Promise<T> | undefined;
    if (known) return known;
    const made = this.kept(key, make);
    this.#made.set(key, made);
    return made;
  }

  /** The value that `make` gives, or gave to an earlier request since when nobody has written anything. */
  kept<T>(key: string, make: () => Promise<T>): Promise<T> {
    return this.#state === undefined || !this.#keeper ? make() : this.#keeper.get(this.#state, key, make);
  }

  /** The custom fields of a model, in the order in which they are shown. */
  customFields(model: string): Promise<readonly CustomFieldDefinition[]> {
    return this.once('custom fields', () => this.shapes.customFields(this)).then((all) => all.get(model) ?? []);
  }

  /**
   * The texts of objects by key in a shape. What several places ask for in one turn is fetched by one statement.
   */
  async load(shape: Shape, keys: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    let batch = this.#batches.get(shape);
    if (!batch) {
      batch = { texts: new Map(), asked: new Set(), waiting: [], running: Promise.resolve() };
      this.#batches.set(shape, batch);
    }
    const { asked, waiting } = batch;
    const idle = waiting.length === 0;
    for (const key of keys)
      if (!asked.has(key)) {
        asked.add(key);
        waiting.push(key);
      }
    if (idle && waiting.length > 0) batch.running = Promise.all([batch.running, this.#fetch(shape, batch)]);
    await batch.running;
    return batch.texts;
  }

  async #fetch(shape: Shape, batch: Batch): Promise<void> {
    await Promise.resolve();
    const keys = batch.waiting;
    batch.waiting = [];
    const rows = await this.rows(shape.byKeys, [`{${keys.join(',')}}`]);
    const text = await shape.renderer(rows, this);
    for (const row of rows) batch.texts.set(row[0]!, text(row));
  }
}
