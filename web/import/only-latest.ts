/**
 * Hands on what was asked for last: what an earlier question is answered after a later one was asked is left. Returns what
 * turns a promise into one of whether it still counts, with its value.
 */
export function onlyLatest(): <T>(asked: Promise<T>) => Promise<{ readonly value: T } | undefined> {
  let last: Promise<unknown> | undefined;
  return async (asked) => {
    last = asked;
    try {
      const value = await asked;
      return last === asked ? { value } : undefined;
    } catch (error) {
      if (last === asked) throw error;
      return undefined;
    }
  };
}
