import { assertNetBoxDatabase } from '#database/check/assert-netbox-database.ts';
import { DatabaseCheckError } from '#database/check/errors.ts';
import { connect } from '#database/connect.ts';
import { createSchema } from '#database/schema/create-schema.ts';

/** What was found and done at start. */
export interface PreparedDatabase {
  /** Whether the schema was created just now. */
  created: boolean;
  /** Applications of NetBox plugins, whose tables are left untouched. */
  plugins: string[];
}

/** The advisory lock under which one of several processes that start at once creates the schema. */
const lock = 5_203_472;

/** Sees that a database is NetBox 4.7's, creating the schema in an empty one; changes nothing in any other. */
export async function prepareDatabase(url: string): Promise<PreparedDatabase> {
  const sql = connect(url, { max: 1 });
  try {
    const found = await check(sql);
    if (found) return { created: false, ...found };
    await sql.unsafe(`select pg_advisory_lock(${lock})`);
    const meanwhile = await check(sql);
    if (meanwhile) return { created: false, ...meanwhile };
    await createSchema(sql);
    return { created: true, plugins: [] };
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function check(sql: Parameters<typeof assertNetBoxDatabase>[0]): Promise<{ plugins: string[] } | null> {
  try {
    return await assertNetBoxDatabase(sql);
  } catch (error) {
    if (error instanceof DatabaseCheckError && error.kind === 'empty') return null;
    throw error;
  }
}
