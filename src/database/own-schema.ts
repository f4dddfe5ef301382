/**
 * Statements that make tables of our own, in the schema `patchbay`, as one text for `.simple()`. Those who make some of
 * them at once would trip over each other, so they take turns.
 */
export const inOwnSchema = (tables: string): string =>
  `select pg_advisory_xact_lock(hashtext('patchbay')); create schema if not exists patchbay; ${tables}`;
