import type { Settings } from '#base/settings.ts';
import type { Queryable } from '#database/connect.ts';
import type { Asker } from '#operations/action.ts';
import type { ContentTypes } from '#operations/read/content-types.ts';
import type { ReadContext } from '#operations/read/context.ts';
import type { Row } from '#operations/read/row.ts';
import type { Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import type { ChangeLog } from './change-log.ts';
import type { Rules } from './rules.ts';

/** What one writing request works with: one transaction, one moment, one change log. */
export interface WriteContext {
  readonly sql: Queryable;
  readonly registry: Registry;
  readonly settings: Settings;
  readonly contentTypes: ContentTypes;
  readonly asker: Asker;
  readonly requestId: string;
  /** The moment of the write, as PostgreSQL's text. */
  readonly now: string;
  /** Reads in the same transaction. A new one is needed after rows have changed. */
  reader(): ReadContext;
  readonly rules: Rules;
  readonly changes: ChangeLog;
  permits(model: Model, action: string): Condition;
  /** Has something done once the transaction is over: where it held, or where it was undone. */
  afterwards(end: { readonly committed?: () => Promise<void>; readonly undone?: () => Promise<void> }): void;
  /** Rows of a statement that may fail (a value that a type can't hold) without ending the transaction. */
  attempt(text: string, parameters?: readonly (string | number | boolean | null)[]): Promise<Row[]>;
  /** Rows of a prepared statement in the transaction. */
  rows(text: string, parameters?: readonly (string | number | boolean | null)[]): Promise<Row[]>;
}
