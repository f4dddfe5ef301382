import { randomBytes } from 'node:crypto';
import { after } from 'node:test';
import { connect, type Sql } from '#database/connect.ts';
import { startTemporaryPostgres } from './temporary-postgres.ts';

export interface TestDatabase {
  sql: Sql;
  url: string;
}

/** The database with NetBox's schema that tests copy. */
const template = 'template_netbox';

/**
 * A database for one test file, dropped after it: with NetBox's schema, or `empty`. It lies in the PostgreSQL that
 * `npm test` started for all files; a file that is run by itself starts its own.
 */
export async function testDatabase({ empty = false }: { empty?: boolean } = {}): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL ?? (await ownServer());
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const administrator = connect(server, { max: 1 });
  if (!empty) await makeTemplate(administrator, server);
  await administrator.unsafe(`create database ${name} template ${empty ? 'template0' : template}`);
  const url = server.replace(/\/[^/]*$/, `/${name}`);
  const sql = connect(url);
  after(async () => {
    await sql.end({ timeout: 1 });
    await administrator.unsafe(`drop database if exists ${name} with (force)`);
    await administrator.end({ timeout: 1 });
    await stopOwnServer();
  });
  return { sql, url };
}

let own: { url: string; stop(): Promise<void>; users: number } | null = null;

async function ownServer(): Promise<string> {
  own ??= { ...(await startTemporaryPostgres()), users: 0 };
  own.users++;
  return own.url;
}

async function stopOwnServer(): Promise<void> {
  if (!own || --own.users > 0) return;
  await own.stop();
  own = null;
}

/** The first file that needs the schema makes the template, under a lock; the others wait for it. */
async function makeTemplate(administrator: Sql, server: string): Promise<void> {
  await administrator.unsafe('select pg_advisory_lock(1)');
  try {
    const exists = await administrator.unsafe(`select from pg_database where datname = '${template}'`);
    if (exists.length > 0) return;
    const { createSchema } = await import('#database/schema/create-schema.ts');
    await administrator.unsafe(`create database ${template}_new template template0`);
    const sql = connect(server.replace(/\/[^/]*$/, `/${template}_new`), { max: 1 });
    await createSchema(sql).finally(() => sql.end());
    await administrator.unsafe(`alter database ${template}_new rename to ${template}`);
  } finally {
    await administrator.unsafe('select pg_advisory_unlock(1)');
  }
}
