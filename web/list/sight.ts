import { useSyncExternalStore } from 'react';

/** The rows of a list that are on the screen, told to those who ask and to nobody else: it changes at every scroll. */
export interface Sight {
  get(): readonly [first: number, last: number];
  set(first: number, last: number): void;
  subscribe(listener: () => void): () => void;
}

export function createSight(): Sight {
  let now: readonly [number, number] = [0, 0];
  const listeners = new Set<() => void>();
  return {
    get: () => now,
    set(first, last) {
      if (now[0] === first && now[1] === last) return;
      now = [first, last];
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export function useSight(sight: Sight): readonly [first: number, last: number] {
  return useSyncExternalStore(sight.subscribe, sight.get);
}
