import { outgoingFetch } from '#base/outgoing-fetch.ts';
import type { Settings } from '#base/settings.ts';
import type { Feed } from '../contract.ts';
import { readFeed } from './read-feed.ts';
import { type OutsideAnswer, publicLookup, requestOutside } from './request-outside.ts';

/** How a widget wants its feed fetched. */
export interface FeedAsked {
  readonly url: string;
  /** Seconds for which it is kept, and after which the server there is given up. */
  readonly keep: number;
  readonly timeout: number;
  /** Those who run the program named it: it may lie in a private network. */
  readonly trusted: boolean;
}

const feedsAtMost = 200;
/** A feed that fails is not asked for again at once. */
const keepFailure = 60;

/** The feeds that were fetched, kept for a while in this process; who asks for one that is on its way waits with the others. */
export class Feeds {
  readonly #kept = new Map<string, { readonly until: number; readonly feed: Promise<Feed> }>();

  /** The feed. Throws an Error that says what is wrong with it. */
  get(asked: FeedAsked, settings: Settings): Promise<Feed> {
    const key = `${asked.trusted} ${asked.url}`;
    const kept = this.#kept.get(key);
    if (kept && kept.until > Date.now()) return kept.feed;
    const feed = fetchFeed(asked, settings);
    this.#kept.delete(key);
    this.#kept.set(key, { until: Date.now() + asked.keep * 1000, feed });
    feed.catch(() => this.#kept.set(key, { until: Date.now() + keepFailure * 1000, feed }));
    if (this.#kept.size > feedsAtMost) this.#kept.delete(this.#kept.keys().next().value!);
    return feed;
  }
}

async function fetchFeed({ url, timeout, trusted }: FeedAsked, settings: Settings): Promise<Feed> {
  const signal = AbortSignal.timeout(timeout * 1000);
  let answer: OutsideAnswer;
  try {
    const fetch = outgoingFetch(settings, process.env, trusted ? {} : { lookup: publicLookup });
    answer = await requestOutside(url, { fetch, inside: trusted, signal });
  } catch (error) {
    if (signal.aborted) throw new Error(`it does not answer within ${timeout} s`);
    // What fetch says is in what caused it.
    throw (error as Error).cause instanceof Error ? (error as Error).cause : error;
  }
  const feed = readFeed(decoded(answer), answer.url);
  if (!feed) throw new Error('it is neither RSS nor Atom');
  return feed;
}

/** The text, in the encoding that its header or its first line names. */
function decoded({ body, contentType }: OutsideAnswer): string {
  const declared = /<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(body.subarray(0, 200).toString('latin1'))?.[1];
  const charset = /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ?? declared ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
