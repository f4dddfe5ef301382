import { assertNetBoxDatabase } from '../check/assert-netbox-database.ts';
import { connect, type Queryable, type Sql } from '../connect.ts';
import { copyIn } from '../copy-in.ts';
import { copyOut } from '../copy-out.ts';
import { createSchema } from '../schema/create-schema.ts';
import { ImportError } from './errors.ts';
import { assertEmpty, type ImportReport } from './import-dump.ts';

/**
 * Copies a living NetBox 4.7 database, as it stands at one moment, into the empty database at `url`: our schema,
 * then every table's rows, then where its sequences stand. In one transaction here, reading only there.
 */
export async function importDatabase(url: string, sourceUrl: string): Promise<ImportReport> {
  const source = connect(sourceUrl, { max: 1, applicationName: 'patchbay import' });
  const target = connect(url, { max: 1 });
  try {
    await source.unsafe('select 1').catch((error: Error) => {
      throw new ImportError(`The database to copy from cannot be reached: ${error.message}`);
    });
    await assertEmpty(target);
    const report = await source.begin('isolation level repeatable read, read only', async (from) => {
      const { plugins } = await assertNetBoxDatabase(from);
      const counts = await target.begin(async (to) => {
        // It begins a transaction itself; here it takes part in ours.
        await createSchema({ begin: (run: (sql: Queryable) => unknown) => run(to) } as unknown as Sql);
        return copyEverything(from, to);
      });
      return { ...counts, plugins };
    });
    await target.unsafe('analyze');
    return report;
  } finally {
    await Promise.all([source.end({ timeout: 1 }), target.end({ timeout: 1 })]);
  }
}

async function copyEverything(from: Queryable, to: Queryable): Promise<{ tables: number; statements: number }> {
  const [columns, theirs] = await Promise.all([columnsOf(to), columnsOf(from)]);
  const tables = [...columns.keys()];
  for (const table of tables) assertSameColumns(table, columns.get(table)!, theirs.get(table));
  // No table may be altered while its foreign keys wait to be checked: they are checked before, and after.
  await to.unsafe('set constraints all immediate; set constraints all deferred');
  // The triggers keep paths and copied columns right, which the rows being copied already are.
  for (const table of tables) await to.unsafe(`alter table ${table} disable trigger user`);
  await to.unsafe(`truncate ${tables.join(', ')}`);
  for (const table of tables) {
    const list = columns.get(table)!.join(', ');
    await copyIn(
      to,
      `copy ${table} (${list}) from stdin`,
      copyOut(from, `copy (select ${list} from ${table}) to stdout`),
    );
  }
  await to.unsafe('set constraints all immediate');
  for (const table of tables) await to.unsafe(`alter table ${table} enable trigger user`);
  await copySequences(from, to);
  return { tables: tables.length, statements: 0 };
}

/** The columns that rows are copied by, quoted, of every table in `public`; generated ones are not copied. */
async function columnsOf(sql: Queryable): Promise<Map<string, string[]>> {
  const rows = await sql
    .unsafe(
      `select format('public.%I', relname), string_agg(quote_ident(attname), ',' order by attname)
         from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
        where relnamespace = 'public'::regnamespace and relkind = 'r' group by relname order by relname`,
    )
    .values();
  return new Map(rows.map(([table, columns]) => [table as string, (columns as string).split(',')]));
}

function assertSameColumns(table: string, ours: string[], theirs: string[] | undefined): void {
  if (theirs?.join() !== ours.join())
    throw new ImportError(
      `The table ${table} there does not have the columns of NetBox 4.7 (${theirs ? theirs.join(', ') : 'there is no such table'}).`,
    );
}

async function copySequences(from: Queryable, to: Queryable): Promise<void> {
  const names = await to
    .unsafe(`select format('public.%I', sequencename) from pg_sequences where schemaname = 'public'`)
    .values();
  for (const [name] of names as unknown as [string][]) {
    const found = await from.unsafe(`select to_regclass($1) is not null`, [name]).values();
    if (found[0]?.[0] !== 't') continue;
    const [state] = await from.unsafe(`select last_value, is_called from ${name}`).values();
    await to.unsafe('select setval($1::regclass, $2::bigint, $3::bool)', [name, ...(state as string[])]);
  }
}
