import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { testDatabase } from './database.ts';
import { apiToken, ask, launchServer, newDataDirectory, startServer, stopServer } from './running-server.ts';

test('a first start makes everything; SIGTERM and SIGINT stop it; a second start finds it all again', async () => {
  const DATA_DIR = await newDataDirectory();
  const first = await startServer({ DATA_DIR, SUPERUSER_API_TOKEN: apiToken, BASE_PATH: 'netbox/' });
  assert.match(
    first.output(),
    /Created the superuser admin with the password [A-Za-z0-9]{16} \(it is shown only this once\)\./,
  );
  assert.match(first.address, /^http:\/\/127\.0\.0\.1:\d+\/netbox\/$/);
  const answer = await ask(`${first.address}api/status/`);
  assert.match(answer.json['netbox-version'], /^4\.7\.3/);
  assert.equal((await stat(join(DATA_DIR, 'secrets.json'))).mode & 0o777, 0o600);
  assert.equal(await stopServer(first.child, 'SIGTERM'), 0);
  assert.ok(!existsSync(join(DATA_DIR, 'postgres/data/postmaster.pid')));

  const second = await startServer({ DATA_DIR });
  assert.doesNotMatch(second.output(), /superuser/);
  assert.equal((await ask(`${second.address}api/users/users/`)).json.count, 1);
  assert.equal(await stopServer(second.child, 'SIGINT'), 0);
  assert.ok(!existsSync(join(DATA_DIR, 'postgres/data/postmaster.pid')));
});

test('a database that is given is served in place; only an empty one is filled', async () => {
  const empty = await testDatabase({ empty: true });
  const environment = {
    DATABASE_URL: empty.url,
    DATA_DIR: await newDataDirectory(),
    SUPERUSER_PASSWORD: 'secret-secret-1',
    SUPERUSER_API_TOKEN: apiToken,
  };
  const first = await startServer(environment);
  await stopServer(first.child, 'SIGTERM');
  const rows = () =>
    empty.sql
      .unsafe(
        `select md5(string_agg(x::text, '')) from (select query_to_xml('table ' || quote_ident(tablename), true, true, '') x from pg_tables where schemaname = 'public' order by tablename) t`,
      )
      .values();
  const before = await rows();
  const second = await startServer(environment);
  await stopServer(second.child, 'SIGTERM');
  assert.deepEqual(await rows(), before);
});

const refused: [what: string, environment: () => Promise<Record<string, string>>, message: RegExp][] = [
  ['a variable with a wrong value', async () => ({ PORT: 'x' }), /^PORT must be a number from 0 to 65535, not "x"\.$/m],
  [
    'a database that is not there',
    async () => ({ DATABASE_URL: 'postgres://u@127.0.0.1:1/d' }),
    /^The database of DATABASE_URL cannot be reached: .*127\.0\.0\.1:1/m,
  ],
  [
    'a database of another program',
    async () => {
      const { sql, url } = await testDatabase({ empty: true });
      await sql.unsafe('create table orders (id int)');
      return { DATABASE_URL: url };
    },
    /^The database "test_\w+" is not NetBox's: it has tables, but no django_migrations\./m,
  ],
  [
    'a dump that is none',
    async () => {
      const DATA_DIR = await newDataDirectory();
      await writeFile(`${DATA_DIR}.sql`, 'SELECT 1;\n');
      return { DATA_DIR, dump: `${DATA_DIR}.sql` };
    },
    /^The dump is cut short/m,
  ],
];
for (const [what, environment, message] of refused)
  test(`${what} is named, without a stack`, async () => {
    const { dump, ...variables } = await environment();
    const { child, output } = launchServer(
      { DATA_DIR: await newDataDirectory(), ...variables },
      { words: dump ? ['--import', dump] : [] },
    );
    await once(child, 'close');
    assert.equal(child.exitCode, 1);
    assert.match(output(), message);
    assert.doesNotMatch(output(), /^ +at /m);
  });
