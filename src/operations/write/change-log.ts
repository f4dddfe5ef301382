import type { Model } from '#registry/model.ts';
import type { Draft, Text } from './draft.ts';
import { snapshots } from './snapshot.ts';
import type { WriteContext } from './write-context.ts';
import { writeEntries } from './write-entries.ts';

type Action = 'create' | 'update' | 'delete';

interface Entry {
  readonly model: Model;
  readonly key: string;
  action: Action;
  message: string;
  before: string | undefined;
  after: string | undefined;
  repr: string;
  related: { type: string; id: string } | undefined;
  /** Columns before the first write; undefined for a new object. */
  loaded?: ReadonlyMap<string, Text> | undefined;
}

const isLogged = (model: Model): boolean => model.features?.includes('changeLogging') ?? false;

/**
 * The changes of one request, one entry an object however often it is written: what it was before the first and is
 * after the last write. Written at the end, by one statement.
 */
export class ChangeLog {
  readonly #entries = new Map<string, Entry>();
  readonly #before = new Map<string, string>();
  readonly #closed: Entry[] = [];
  /** What objects were when they were loaded for their deletion, where they have changed since. */
  readonly #loaded = new Map<string, string>();

  /** Keeps what objects are before they change; of an object already kept, the first state stays. */
  async remember(model: Model, keys: readonly string[], context: WriteContext): Promise<void> {
    if (!isLogged(model)) return;
    const unknown = keys.filter((key) => !this.#before.has(`${model.name} ${key}`));
    if (unknown.length === 0) return;
    for (const [key, { data }] of await snapshots(context, model, unknown))
      this.#before.set(`${model.name} ${key}`, data);
  }

  /** Keeps what is noted so far; the answer goes back to it, where what came later is undone. */
  keep(): () => void {
    const maps = [this.#entries, this.#before, this.#loaded] as Map<string, unknown>[];
    const kept = maps.map((map) => [...map]);
    const closed = [...this.#closed];
    return () => {
      for (const [index, map] of maps.entries()) {
        map.clear();
        for (const [key, value] of kept[index]!) map.set(key, value);
      }
      this.#closed.splice(0, Infinity, ...closed);
    };
  }

  /** Notes that an object was made or changed; what it became is read at the end. */
  note(draft: Draft): void {
    this.#note(draft, draft.isNew ? 'create' : 'update');
  }

  /** Notes a change of an object whose creation is noted and closed: a later write of the same draft. */
  noteUpdate(draft: Draft): void {
    this.#note(draft, 'update');
  }

  #note({ model, key: written, before, message }: Draft, action: Action): void {
    if (!isLogged(model)) return;
    const key = written!;
    const id = `${model.name} ${key}`;
    const known = this.#entries.get(id);
    if (known) {
      known.message ||= message;
      return;
    }
    this.#entries.set(id, {
      model,
      key,
      action,
      message,
      before: this.#before.get(id),
      after: undefined,
      repr: '',
      related: undefined,
      loaded: before,
    });
  }

  /** Notes that objects are about to be deleted; must be called while they are still there. */
  async noteDeleted(
    model: Model,
    keys: readonly string[],
    context: WriteContext,
    messages: ReadonlyMap<string, string> = new Map(),
  ): Promise<void> {
    if (!isLogged(model)) return;
    for (const [key, { data, repr, related }] of await snapshots(context, model, keys)) {
      const id = `${model.name} ${key}`;
      this.#entries.set(id, {
        model,
        key,
        action: 'delete',
        message: messages.get(key) ?? '',
        before: this.#loaded.get(id) ?? this.#before.get(id) ?? data,
        after: undefined,
        repr,
        related,
      });
    }
  }

  /**
   * Ends the entries of objects as they stand now, where NetBox logs a change of its own before the request's end: what
   * happens to them later is another entry, and what is written past the change log stays out of both. With
   * `loaded`, the object's deletion is logged from what it was first, as where NetBox has loaded it before.
   */
  async close(model: Model, keys: readonly string[], context: WriteContext, { loaded = false } = {}): Promise<void> {
    const entries = keys.flatMap((key) => {
      const entry = this.#entries.get(`${model.name} ${key}`);
      return entry && entry.action !== 'delete' ? [entry] : [];
    });
    await complete(context, model, entries);
    for (const entry of entries) {
      this.#entries.delete(`${model.name} ${entry.key}`);
      this.#closed.push(entry);
    }
    for (const key of keys) {
      const id = `${model.name} ${key}`;
      const before = this.#before.get(id);
      if (loaded && before !== undefined && !this.#loaded.has(id)) this.#loaded.set(id, before);
      this.#before.delete(id);
    }
  }

  /** Whether the object's deletion is noted. */
  isDeleted(model: Model, key: string): boolean {
    return this.#entries.get(`${model.name} ${key}`)?.action === 'delete';
  }

  /** Every noted change, for events and the search index. */
  entries(): Iterable<Readonly<Pick<Entry, 'model' | 'key' | 'action'>>> {
    return [...this.#closed, ...this.#entries.values()];
  }

  /** Writes the entries: states and names are read by a fixed number of statements a model. */
  async flush(context: WriteContext): Promise<void> {
    const byModel = new Map<Model, Entry[]>();
    for (const entry of this.#entries.values())
      if (entry.action !== 'delete') {
        const list = byModel.get(entry.model);
        if (list) list.push(entry);
        else byModel.set(entry.model, [entry]);
      }
    for (const [model, entries] of byModel)
      for (const { key } of await complete(context, model, entries)) this.#entries.delete(`${model.name} ${key}`);
    const changed = [...this.#closed, ...this.#entries.values()].filter(
      ({ action, before, after }) =>
        action !== 'update' || before !== after || !context.settings.CHANGELOG_SKIP_EMPTY_CHANGES,
    );
    await writeEntries(context, changed);
  }
}

/** Reads what objects became into their entries. Returns the entries of those that are gone. */
async function complete(context: WriteContext, model: Model, entries: readonly Entry[]): Promise<readonly Entry[]> {
  const found = await snapshots(
    context,
    model,
    entries.map(({ key }) => key),
    new Map(entries.flatMap(({ key, loaded }) => (loaded ? [[key, loaded] as const] : []))),
  );
  return entries.filter((entry) => {
    const state = found.get(entry.key);
    if (state) Object.assign(entry, { after: state.data, repr: state.repr, related: state.related });
    return !state;
  });
}
