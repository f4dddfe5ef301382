import { setTimeout as sleep } from 'node:timers/promises';
import { type WriteRequest, writeTransaction } from './transaction.ts';
import type { WriteContext } from './write-context.ts';

/** How often a request is tried. */
const most = 4;

/**
 * A writing transaction that is begun anew where PostgreSQL ended it so that another could go on (a deadlock, 40P01):
 * nothing of it is left by then. `work` must read all that it changes from its context. Throws what the last try threw.
 */
export async function writeAgain<T>(request: WriteRequest, work: (context: WriteContext) => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++)
    try {
      return await writeTransaction(request, work);
    } catch (error) {
      if ((error as { code?: unknown }).code !== '40P01' || tried === most || request.within) throw error;
      // The others' turns differ, so that they don't meet again.
      await sleep(Math.random() * 50 * tried);
    }
}
