import type { Model } from '#registry/model.ts';
import type { Condition } from './tree.ts';

/** What is asked of the database while a query is being understood: columns of the objects that satisfy a condition. */
export interface Sought {
  readonly model: Model;
  readonly where: Condition;
  /** Fields by name; `id` is the key. */
  readonly fields: readonly string[];
}

/** Reads objects; each row holds PostgreSQL's text of the fields in the order in which they were asked for. */
export type Find = (sought: Sought) => Promise<readonly (readonly (string | null)[])[]>;
