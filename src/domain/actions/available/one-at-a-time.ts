const last = new Map<string, Promise<unknown>>();

/**
 * Runs works of one name one after another in this process. Whoever waits here holds no connection; waiting inside a
 * transaction for another's lock would take from the pool what the lock's holder needs to get on.
 */
export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(name) ?? Promise.resolve();
  const run = before.then(work, work);
  last.set(name, run);
  try {
    return await run;
  } finally {
    if (last.get(name) === run) last.delete(name);
  }
}
