import { Turns } from '#base/turns.ts';

/** From how many objects on a list is large. */
const large = 250;

const turns = new Turns(2);

/**
 * Reads a list of at most `limit` objects (undefined or null: all of them), large ones two at a time. One thread renders:
 * sixteen at once are done no sooner, and hold more memory for longer (1,000 devices at 16 connections: 329 MB and 37
 * answers a second, in turns 226 MB and 43).
 */
export function inTurn<T>(limit: number | null | undefined, read: () => Promise<T>): Promise<T> {
  return limit != null && limit < large ? read() : turns.take(read);
}
