import { GraphQLError } from 'graphql';
import type { Change } from './change.ts';

/** Changes that wait for a subscriber who reads slowly; beyond them the subscription ends. */
export const mostWaiting = 1_000;

/** A change, or why no more come. */
export type Followed = Change | GraphQLError;

/** Changes on their way to one subscriber: put in as they come, read one by one. */
export class ChangeQueue implements AsyncIterableIterator<Followed> {
  readonly #waiting: Followed[] = [];
  readonly #ended: () => void;
  #over = false;
  #wake: (() => void) | undefined;

  /** `ended` is called once, when nobody reads any longer or no more comes. */
  constructor(ended: () => void) {
    this.#ended = ended;
  }

  put(change: Change): void {
    if (this.#over) return;
    if (this.#waiting.length < mostWaiting) this.#waiting.push(change);
    else this.end(`More than ${mostWaiting} changes were waiting: the subscriber reads too slowly.`);
    this.#wake?.();
  }

  /** Nothing more comes: what waits is still read, then the reason, where there is one. */
  end(reason?: string): void {
    if (this.#over) return;
    this.#over = true;
    if (reason !== undefined) this.#waiting.push(new GraphQLError(reason));
    this.#ended();
    this.#wake?.();
  }

  async next(): Promise<IteratorResult<Followed>> {
    for (;;) {
      const change = this.#waiting.shift();
      if (change) return { done: false, value: change };
      if (this.#over) return { done: true, value: undefined };
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async return(): Promise<IteratorResult<Followed>> {
    this.#waiting.length = 0;
    this.end();
    return { done: true, value: undefined };
  }

  async throw(): Promise<IteratorResult<Followed>> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
