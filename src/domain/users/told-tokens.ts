import type { Queryable } from '#database/connect.ts';

const told = new WeakMap<Queryable, Map<string, string>>();

/** Secrets of tokens that a transaction makes, by key: its answer tells them, and nothing else ever does. */
export function toldTokens(transaction: Queryable): Map<string, string> {
  const known = told.get(transaction) ?? new Map<string, string>();
  told.set(transaction, known);
  return known;
}
