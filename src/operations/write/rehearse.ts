import { type WriteRequest, writeTransaction } from './transaction.ts';
import type { WriteContext } from './write-context.ts';

/** What `work` gives, done as a writing request does it and then undone: nothing of it is kept. */
export async function rehearse<T>(request: WriteRequest, work: (context: WriteContext) => Promise<T>): Promise<T> {
  let result: { readonly value: T } | undefined;
  try {
    await writeTransaction(request, async (context) => {
      result = { value: await work(context) };
      throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  return result!.value;
}

/** Ends the transaction of a rehearsal. */
class Rehearsed extends Error {}
