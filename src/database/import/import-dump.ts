import { assertNetBoxDatabase } from '../check/assert-netbox-database.ts';
import { connect, type Queryable } from '../connect.ts';
import { copyIn } from '../copy-in.ts';
import { readDump } from './dump-reader.ts';
import { ImportError } from './errors.ts';
import { openDump } from './open-dump.ts';
import { ruleOf } from './statement-rule.ts';

export interface ImportReport {
  tables: number;
  statements: number;
  /** Applications of plugins whose tables came along. */
  plugins: string[];
}

/** How many statements may be under way before the reader waits for the first. */
const pipelined = 64;

/**
 * Loads a plain pg_dump of a NetBox 4.7 database into the empty database at `url`, in one transaction: a dump that
 * is cut short, invalid, or of another NetBox version leaves nothing behind.
 */
export async function importDump(url: string, file: string): Promise<ImportReport> {
  const source = await openDump(file);
  const sql = connect(url, { max: 1, session: { check_function_bodies: 'off', row_security: 'off' } });
  try {
    await assertEmpty(sql);
    const report = await sql.begin(async (transaction) => {
      await transaction.unsafe(`set local search_path to ''`);
      const counts = await load(transaction, source);
      return { ...counts, ...(await assertNetBoxDatabase(transaction)) };
    });
    await sql.unsafe('analyze');
    return report;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Refuses to load over what somebody has stored. */
export async function assertEmpty(sql: Queryable): Promise<void> {
  const [found] = await sql.unsafe(
    `select current_database() as name, count(*) as tables from pg_tables where schemaname = 'public'`,
  );
  if (found?.tables !== '0')
    throw new ImportError(
      `The database "${found?.name}" already holds ${found?.tables} tables; an import needs an empty one. Nothing was changed in it.`,
    );
}

async function load(sql: Queryable, source: AsyncIterable<Buffer>): Promise<{ tables: number; statements: number }> {
  const counts = { tables: 0, statements: 0 };
  const underWay: Promise<void>[] = [];
  const settle = async (left: number) => {
    while (underWay.length > left) await underWay.shift();
  };
  try {
    for await (const item of readDump(source)) {
      if (item.kind === 'meta' || ruleOf(item.text) !== 'run') continue;
      if (item.kind === 'statement') {
        counts.statements++;
        const outcome = Promise.resolve(sql.unsafe(item.text).execute()).then(
          () => {},
          (error: Error) => Promise.reject(explain(error, item)),
        );
        outcome.catch(() => {}); // reported in its turn, by `settle`
        underWay.push(outcome);
        await settle(pipelined);
      } else {
        await settle(0);
        await copyIn(sql, item.text, item.rows).catch((error: Error) => Promise.reject(explain(error, item)));
        counts.tables++;
      }
    }
    await settle(0);
  } catch (error) {
    await Promise.allSettled(underWay);
    throw error;
  }
  return counts;
}

function explain(error: Error & { code?: string; where?: string }, item: { text: string; line: number }): Error {
  if (error instanceof ImportError || error.code === undefined) return error;
  const where = error.where ? ` (${error.where.split('\n')[0]})` : '';
  return new ImportError(
    `Line ${item.line} of the dump was refused by PostgreSQL: ${error.message}${where}\n  ${item.text.split('\n')[0]}`,
    {
      cause: error,
    },
  );
}
