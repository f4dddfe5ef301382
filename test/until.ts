import { setTimeout as sleep } from 'node:timers/promises';

/** Looks until there is something to see, and gives it; what never comes ends with the test's own time. */
export async function until<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    await sleep(20);
  }
}
