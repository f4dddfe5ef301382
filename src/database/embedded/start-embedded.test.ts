import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, lstat, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeDataDirectory, temporaryDirectory } from '#test/temporary-postgres.ts';
import { connect } from '../connect.ts';
import { readPidFile } from './pid-file.ts';
import { startEmbedded } from './start-embedded.ts';

const root = process.getuid?.() === 0;

test('a first start makes a cluster, a second one uses it', async () => {
  const dataDirectory = await newDataDirectory();
  await withEmbedded(dataDirectory, (url) => run(url, 'create table kept as select 7 as value'));
  await withEmbedded(dataDirectory, async (url) => assert.deepEqual(await run(url, 'select value from kept'), [['7']]));
  assert.equal((await stat(join(dataDirectory, 'postgres'))).mode & 0o777, 0o700);
  assert.equal((await stat(join(dataDirectory, 'postgres/data/patchbay.password'))).mode & 0o777, 0o600);
});

test('the cluster is UTF-8, knows ICU and the extensions, and asks for the password', async () => {
  const dataDirectory = await newDataDirectory();
  await withEmbedded(dataDirectory, async (url) => {
    assert.deepEqual(await run(url, "select current_setting('server_encoding'), lower('ÄÖ')"), [['UTF8', 'äö']]);
    await run(url, `create extension ltree; create collation natural_sort (provider = icu, locale = 'und-u-kn-true')`);
    assert.deepEqual(await run(url, `select 'eth2' < 'eth10' collate natural_sort`), [['t']]);
    await assert.rejects(run(url.replace(/:[^:@]*@/, ':wrong@'), 'select 1'), { code: '28P01' });
  });
});

test('a second instance on the same data is refused, and does no harm', async () => {
  const dataDirectory = await newDataDirectory();
  await withEmbedded(dataDirectory, async (url) => {
    const { answer, child } = await hold(dataDirectory);
    await ended(child);
    assert.match(
      answer,
      /^InstanceRunningError: Another Patchbay \(process \d+\) is using the data directory .*DATA_DIR/,
    );
    assert.match(answer, new RegExp(`process ${process.pid}\\b`));
    assert.deepEqual(await run(url, 'select 1'), [['1']]);
  });
});

test('Patchbay killed: the PostgreSQL it left is taken over', async () => {
  const dataDirectory = await newDataDirectory();
  const { answer, child } = await hold(dataDirectory);
  await run(answer, 'create table kept as select 7 as value');
  child.kill('SIGKILL');
  await ended(child);
  await withEmbedded(dataDirectory, async (url) => assert.deepEqual(await run(url, 'select value from kept'), [['7']]));
});

test('both killed: the data is recovered, whoever has the process number now', async () => {
  const dataDirectory = await newDataDirectory();
  const { answer, child } = await hold(dataDirectory);
  await run(answer, 'create table kept as select 7 as value');
  const data = join(dataDirectory, 'postgres/data');
  const { pid } = (await readPidFile(data))!;
  child.kill('SIGKILL');
  await ended(child);
  process.kill(pid, 'SIGKILL');
  await sleep(100);
  const file = join(data, 'postmaster.pid');
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(process.pid)));
  await withEmbedded(dataDirectory, async (url) => assert.deepEqual(await run(url, 'select value from kept'), [['7']]));
});

test('PostgreSQL killed: it is started again, and the pool goes on', async () => {
  const dataDirectory = await newDataDirectory();
  const events: string[] = [];
  const embedded = await startEmbedded({
    dataDirectory,
    temporary: true,
    onEvent: ({ message }) => events.push(message),
  });
  const sql = connect(embedded.url);
  await sql.unsafe('select 1');
  process.kill((await readPidFile(join(dataDirectory, 'postgres/data')))!.pid, 'SIGKILL');
  let answer: unknown;
  for (let attempt = 0; attempt < 100 && answer === undefined; attempt++) {
    await sleep(100);
    answer = (
      await sql
        .unsafe('select 2')
        .values()
        .catch(() => [undefined])
    )[0];
  }
  assert.deepEqual(Array.from(answer as string[]), ['2']);
  assert.deepEqual(events, ['PostgreSQL ended by itself and is started again']);
  await sql.end();
  await embedded.stop();
});

test('SIGTERM ends PostgreSQL with its Patchbay', async () => {
  const dataDirectory = await newDataDirectory();
  const { child } = await hold(dataDirectory);
  child.kill('SIGTERM');
  assert.deepEqual(await ended(child), [0, null]);
  assert.equal(await readPidFile(join(dataDirectory, 'postgres/data')), null);
});

test('data of another major version is told apart', async () => {
  const dataDirectory = await newDataDirectory();
  await withEmbedded(dataDirectory, async () => {});
  await writeFile(join(dataDirectory, 'postgres/data/PG_VERSION'), '17\n');
  await assert.rejects(startEmbedded({ dataDirectory }), {
    name: 'OtherMajorVersionError',
    message: /was written by PostgreSQL 17, and this Patchbay carries PostgreSQL 18\..*--import/,
  });
});

test('a folder that is no data directory is left alone', async () => {
  const dataDirectory = await newDataDirectory();
  await mkdir(join(dataDirectory, 'postgres/data'), { recursive: true });
  await assert.rejects(startEmbedded({ dataDirectory }), { message: /is not a PostgreSQL data directory/ });
});

test('a path too long for a socket is no obstacle', async () => {
  const dataDirectory = await newDataDirectory('long-'.repeat(30));
  await withEmbedded(dataDirectory, async (url) => assert.deepEqual(await run(url, 'select 1'), [['1']]));
});

test('below a directory that PostgreSQL’s account may not enter, a link leads to the data', {
  skip: !root && 'only root has such',
}, async () => {
  const dataDirectory = await newDataDirectory();
  await chmod(join(dataDirectory, '..'), 0o700);
  for (const _ of [1, 2])
    await withEmbedded(dataDirectory, async (url) => assert.deepEqual(await run(url, 'select 1'), [['1']]));
  assert.ok((await lstat(join(dataDirectory, 'postgres'))).isSymbolicLink());
});

test('an ordinary user runs it too', { skip: !root && 'this is one' }, async () => {
  const dataDirectory = await newDataDirectory();
  await chmod(join(dataDirectory, '..'), 0o777);
  const { answer, child } = await hold(dataDirectory, { uid: 65534, gid: 65534 });
  assert.match(answer, /^postgres:/);
  assert.equal((await stat(join(dataDirectory, 'postgres/data'))).uid, 65534);
  assert.deepEqual(await run(answer, 'select 1'), [['1']]);
  child.kill('SIGTERM');
  assert.deepEqual(await ended(child), [0, null]);
});

const directories: string[] = [];
after(async () => {
  for (const directory of directories) {
    await removeDataDirectory(directory);
    await rm(join(directory, '..'), { recursive: true, force: true });
  }
});

async function newDataDirectory(name = 'data'): Promise<string> {
  const directory = join(await temporaryDirectory(), name);
  directories.push(directory);
  return directory;
}

async function withEmbedded(dataDirectory: string, work: (url: string) => Promise<unknown>): Promise<void> {
  const embedded = await startEmbedded({ dataDirectory, temporary: true });
  try {
    await work(embedded.url);
  } finally {
    await embedded.stop();
  }
}

async function run(url: string, statement: string): Promise<string[][]> {
  const sql = connect(url, { max: 1 });
  try {
    return (await sql.unsafe(statement).values()).map((row) => Array.from(row as unknown as string[]));
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Another process with the embedded PostgreSQL of that directory; its answer is the URL, or why there is none. */
async function hold(
  dataDirectory: string,
  account: { uid?: number; gid?: number } = {},
): Promise<{ child: ChildProcess; answer: string }> {
  const program = new URL('../../../test/programs/hold-embedded.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', program, dataDirectory], {
    ...account,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, HOME: dataDirectory },
  });
  const [answer] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
  return { child, answer };
}

async function ended(child: ChildProcess): Promise<[number | null, NodeJS.Signals | null]> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return [child.exitCode, child.signalCode];
}
