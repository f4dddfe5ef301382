import { randomUUID } from 'node:crypto';
import type { Settings } from '#base/settings.ts';
import type { Queryable, Sql } from '#database/connect.ts';
import { worthPreparing } from '#database/worth-preparing.ts';
import type { Asker } from '#operations/action.ts';
import type { ContentTypes } from '#operations/read/content-types.ts';
import { ReadContext } from '#operations/read/context.ts';
import type { Row } from '#operations/read/row.ts';
import type { Shapes } from '#operations/read/shapes.ts';
import type { Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { ChangeLog } from './change-log.ts';
import { refuseInMaintenance } from './refuse-in-maintenance.ts';
import type { Rules } from './rules.ts';
import { updateSearchIndex } from './search-index.ts';
import type { WriteContext } from './write-context.ts';

/** What a writing request is given. */
export interface WriteRequest {
  readonly sql: Sql;
  readonly shapes: Shapes;
  readonly settings: Settings;
  readonly contentTypes: ContentTypes;
  readonly asker: Asker;
  readonly rules: Rules;
  readonly base: string;
  /** The id under which the change log has what is changed; a new one where none is given. */
  readonly requestId?: string;
  /** Has all of the transaction done within something else that must hold or fall with it. */
  readonly within?: <T>(transaction: Queryable, work: () => Promise<T>) => Promise<T>;
  permits(model: Model, action: string): Condition;
}

type Bound = readonly (string | number | boolean | null)[];

const rowsOf = async (sql: Queryable, text: string, parameters: Bound = []): Promise<Row[]> =>
  (await sql
    .unsafe(text, parameters as (string | number)[], { prepare: worthPreparing(text) })
    .values()) as unknown as Row[];

/**
 * Runs one writing request in one transaction: `work`, then the change log and the search index. Whatever throws undoes
 * all of it. Throws 503 in maintenance mode.
 */
export async function writeTransaction<T>(
  request: WriteRequest,
  work: (context: WriteContext) => Promise<T>,
): Promise<T> {
  refuseInMaintenance(request.settings);
  const ends: End[] = [];
  let result: T;
  try {
    result = (await request.sql.begin(async (transaction) => {
      const sql = transaction as unknown as Queryable;
      const context = await contextOf(request, sql, ends);
      const all = async (): Promise<T> => {
        const made = await work(context);
        await context.changes.flush(context);
        await updateSearchIndex(context);
        return made;
      };
      return request.within ? request.within(sql, all) : all();
    })) as T;
  } catch (error) {
    for (const { undone } of ends) await undone?.();
    throw error;
  }
  for (const { committed } of ends) await committed?.();
  return result;
}

type End = Parameters<WriteContext['afterwards']>[0];

/** Runs statements that may fail, one after the other, each in a savepoint: a failure leaves the transaction usable. */
function attempts(sql: Queryable): WriteContext['attempt'] {
  let last: Promise<unknown> = Promise.resolve();
  const run = async (text: string, parameters?: Bound): Promise<Row[]> => {
    await rowsOf(sql, 'savepoint attempt');
    try {
      const rows = await rowsOf(sql, text, parameters);
      await rowsOf(sql, 'release savepoint attempt');
      return rows;
    } catch (error) {
      await rowsOf(sql, 'rollback to savepoint attempt');
      throw error;
    }
  };
  return (text, parameters) => {
    const next = last.then(() => run(text, parameters));
    last = next.catch(() => undefined);
    return next;
  };
}

async function contextOf(request: WriteRequest, sql: Queryable, ends: End[]): Promise<WriteContext> {
  const { shapes, settings, contentTypes, base } = request;
  const rows = (text: string, parameters?: Bound) => rowsOf(sql, text, parameters);
  const [moment] = await rows('select clock_timestamp()');
  return {
    sql,
    registry: shapes.registry,
    settings,
    contentTypes,
    asker: request.asker,
    requestId: request.requestId ?? randomUUID(),
    now: moment![0]!,
    reader: () => new ReadContext({ sql, registry: shapes.registry, shapes, settings, contentTypes, base }),
    rules: request.rules,
    changes: new ChangeLog(),
    permits: request.permits,
    afterwards: (end) => void ends.push(end),
    attempt: attempts(sql),
    rows,
  };
}
