import { GraphQLError } from 'graphql';
import type { Sql } from '#database/connect.ts';
import { type Listening, listen } from '#database/listen.ts';
import { changesChannel } from '#operations/write/write-entries.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import type { Viewer } from '../visible.ts';
import { ChangeQueue, type Followed } from './change-queue.ts';
import { followedModels, type Wanted } from './changes-schema.ts';
import { type Entry, readEntries, readEntry } from './entries.ts';
import { Recent, type Span } from './recent.ts';
import { entriesSeenBy } from './seen-by.ts';

export interface ChangeFeedParts {
  readonly sql: Sql;
  readonly registry: Registry;
}

interface Subscriber {
  readonly wanted: Wanted;
  readonly queue: ChangeQueue;
  /** Who they are by now; undefined where they may no longer ask. */
  viewer(): Promise<Viewer | undefined>;
}

/** Most subscribers of one process. */
const mostSubscribers = 1_000;

/** Entries that are read at a time. */
const page = 500;

/**
 * Tells subscribers of changes: one connection of the process listens, started by the first of them. What is committed
 * by any process on the database is read once, and given to whoever may view the objects.
 */
export class ChangeFeed {
  readonly #parts: ChangeFeedParts;
  readonly #subscribers = new Set<Subscriber>();
  readonly #recent = new Recent();
  #listening: Listening | undefined;
  /** Notices are worked off one after the other, so that everyone is told in the order of commits. */
  #work: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(parts: ChangeFeedParts) {
    this.#parts = parts;
  }

  /** Changes from now on. Throws a GraphQLError where what is wanted can't be followed. */
  async follow(wanted: Wanted, viewer: Subscriber['viewer']): Promise<AsyncIterableIterator<Followed>> {
    const known = new Set(followedModels(this.#parts.registry).map(({ name }) => name));
    const unknown = wanted.models?.find((name) => !known.has(name));
    if (unknown !== undefined) throw new GraphQLError(`There is no model ${unknown} whose changes can be followed.`);
    if (this.#stopped || this.#subscribers.size >= mostSubscribers)
      throw new GraphQLError(this.#stopped ? 'The server stops.' : `There are ${mostSubscribers} subscribers already.`);
    const queue = new ChangeQueue(() => void this.#subscribers.delete(subscriber));
    const subscriber: Subscriber = { wanted, queue, viewer };
    this.#subscribers.add(subscriber);
    this.#listening ??= listen(this.#parts.sql, changesChannel, {
      notified: (payload) => this.#notified(payload),
      listening: () => this.#catchUp(),
    });
    try {
      await this.#listening.started;
    } catch (error) {
      queue.end();
      throw new GraphQLError((error as Error).message);
    }
    return queue;
  }

  /** Ends the subscriptions of those who may no longer ask. */
  async review(): Promise<void> {
    for (const subscriber of this.#subscribers) await viewerOf(subscriber);
  }

  /** Ends all subscriptions, and the listening. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { queue } of this.#subscribers) queue.end();
    await this.#listening?.stop();
  }

  #notified(payload: string): void {
    const [first, last, requestId] = payload.split(' ') as [string, string, string];
    this.#then(async () => {
      const span = { first: BigInt(first), last: BigInt(last), requestId };
      if (this.#recent.add(span)) await this.#deliver(span);
    });
  }

  /** What was committed while nothing listened. */
  #catchUp(): Promise<void> {
    return this.#then(async () => {
      const { sql } = this.#parts;
      const from = this.#recent.first;
      if (from === undefined) {
        const [row] = await sql.unsafe<{ id: string }[]>('select coalesce(max(id), 0) as id from core_objectchange');
        this.#recent.begin(BigInt(row!.id) + 1n);
        return;
      }
      const requests = await sql.unsafe<{ first: string; last: string; request_id: string }[]>(
        `select min(id) as first, max(id) as last, request_id from core_objectchange where id >= $1
          group by request_id order by 2`,
        [String(from)],
        { prepare: true },
      );
      for (const { first, last, request_id } of requests) {
        const span = { first: BigInt(first), last: BigInt(last), requestId: request_id };
        if (this.#recent.add(span)) await this.#deliver(span);
      }
    });
  }

  #then(work: () => Promise<void>): Promise<void> {
    const done = this.#work.then(work);
    // A database that is away is listened to again, and then caught up with.
    this.#work = done.catch((error: unknown) => console.error('Changes could not be told:', error));
    return done;
  }

  async #deliver({ first, last, requestId }: Span): Promise<void> {
    for (let next = first; this.#subscribers.size > 0; ) {
      const entries = await readEntries(this.#parts.sql, { first: next, last, requestId, limit: page });
      if (entries.length === 0) return;
      await this.#tell(entries);
      if (entries.length < page) return;
      next = BigInt(entries.at(-1)!.id) + 1n;
    }
  }

  async #tell(entries: readonly Entry[]): Promise<void> {
    const { sql, registry } = this.#parts;
    const models = new Map<string, Model>(followedModels(registry).map((model) => [model.name, model]));
    for (const subscriber of [...this.#subscribers]) {
      const wanted = entries.filter((entry) => models.has(entry.model) && isWanted(entry, subscriber.wanted));
      if (wanted.length === 0) continue;
      const viewer = await viewerOf(subscriber);
      if (!viewer) continue;
      const seen = await entriesSeenBy(viewer, { sql, registry, entries: wanted });
      for (const entry of wanted) {
        const data = seen.get(entry.id);
        if (data) subscriber.queue.put(readEntry(entry, data));
      }
    }
  }
}

async function viewerOf({ viewer, queue }: Subscriber): Promise<Viewer | undefined> {
  const found = await viewer();
  if (!found) queue.end('The credentials of this subscription are no longer valid.');
  return found;
}

function isWanted({ model, action, objectId }: Entry, { models, actions, objectId: one }: Wanted): boolean {
  return (!models || models.includes(model)) && (!actions || actions.includes(action)) && (!one || one === objectId);
}
