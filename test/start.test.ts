import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from './database.ts';
import { removeDataDirectory, temporaryDirectory } from './temporary-postgres.ts';

const root = join(import.meta.dirname, '..');
const token = '0123456789abcdef0123456789abcdef01234567';

test('a first start makes everything; SIGTERM and SIGINT stop it; a second start finds it all again', async () => {
  const DATA_DIR = await newDataDirectory();
  const first = await start({ DATA_DIR, SUPERUSER_API_TOKEN: token, BASE_PATH: 'netbox/' });
  assert.match(
    first.output(),
    /Created the superuser admin with the password [A-Za-z0-9]{16} \(it is shown only this once\)\./,
  );
  assert.match(first.address, /^http:\/\/127\.0\.0\.1:\d+\/netbox\/$/);
  const answer = await ask(`${first.address}api/status/`);
  assert.match(String(answer['netbox-version']), /^4\.7\.3/);
  assert.equal((await stat(join(DATA_DIR, 'secrets.json'))).mode & 0o777, 0o600);
  assert.equal(await stop(first.child, 'SIGTERM'), 0);
  assert.ok(!existsSync(join(DATA_DIR, 'postgres/data/postmaster.pid')));

  const second = await start({ DATA_DIR });
  assert.doesNotMatch(second.output(), /superuser/);
  assert.equal((await ask(`${second.address}api/users/users/`)).count, 1);
  assert.equal(await stop(second.child, 'SIGINT'), 0);
  assert.ok(!existsSync(join(DATA_DIR, 'postgres/data/postmaster.pid')));
});

test('a database that is given is served in place; only an empty one is filled', async () => {
  const empty = await testDatabase({ empty: true });
  const environment = {
    DATABASE_URL: empty.url,
    DATA_DIR: await newDataDirectory(),
    SUPERUSER_PASSWORD: 'secret-secret-1',
    SUPERUSER_API_TOKEN: token,
  };
  const first = await start(environment);
  await stop(first.child, 'SIGTERM');
  const rows = () =>
    empty.sql
      .unsafe(
        `select md5(string_agg(x::text, '')) from (select query_to_xml('table ' || quote_ident(tablename), true, true, '') x from pg_tables where schemaname = 'public' order by tablename) t`,
      )
      .values();
  const before = await rows();
  const second = await start(environment);
  await stop(second.child, 'SIGTERM');
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
    const { child, output } = launch(
      { DATA_DIR: await newDataDirectory(), ...variables },
      dump ? ['--import', dump] : [],
    );
    await once(child, 'close');
    assert.equal(child.exitCode, 1);
    assert.match(output(), message);
    assert.doesNotMatch(output(), /^ +at /m);
  });

const directories: string[] = [];
after(async () => {
  for (const directory of directories) {
    await removeDataDirectory(directory);
    await rm(dirname(directory), { recursive: true, force: true });
  }
});

async function newDataDirectory(): Promise<string> {
  const directory = join(await temporaryDirectory(), 'data');
  directories.push(directory);
  return directory;
}

function launch(
  environment: Record<string, string>,
  words: string[] = [],
): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'start', ...words], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream!.on('data', (chunk: Buffer) => (text += chunk));
  return { child, output: () => text };
}

async function start(
  environment: Record<string, string>,
): Promise<{ child: ChildProcess; output: () => string; address: string }> {
  const { child, output } = launch(environment);
  while (!/ready: /.test(output()))
    await Promise.race([once(child.stdout!, 'data'), once(child, 'exit').then(() => assert.fail(output()))]);
  return { child, output, address: /ready: (\S+)/.exec(output())![1]! };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

async function ask(url: string): Promise<Record<string, unknown>> {
  const answer = await fetch(url, { headers: { authorization: `Token ${token}` } });
  assert.equal(answer.status, 200);
  return (await answer.json()) as Record<string, unknown>;
}
