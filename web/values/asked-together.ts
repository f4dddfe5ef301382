interface Waiting<T> {
  readonly id: number;
  give(value: T | undefined): void;
  fail(error: unknown): void;
}

/** How long cells are waited for that want to be told together, in milliseconds. */
const together = 15;

/** Asks of objects one by one what `ask` tells of many at once: what a table's cells want in the same moment, by key. */
export function askedTogether<T>(
  ask: (key: string, ids: readonly number[]) => Promise<Readonly<Record<string, T>>>,
): (key: string, id: number) => Promise<T | undefined> {
  const waiting = new Map<string, Waiting<T>[]>();
  async function tell(key: string): Promise<void> {
    const asking = waiting.get(key) ?? [];
    waiting.delete(key);
    try {
      const told = await ask(key, [...new Set(asking.map(({ id }) => id))]);
      for (const { id, give } of asking) give(told[id]);
    } catch (error) {
      for (const { fail } of asking) fail(error);
    }
  }
  return (key, id) =>
    new Promise((give, fail) => {
      const list = waiting.get(key);
      if (list) {
        list.push({ id, give, fail });
        return;
      }
      waiting.set(key, [{ id, give, fail }]);
      setTimeout(() => void tell(key), together);
    });
}
