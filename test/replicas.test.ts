import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { connect, type Sql } from '#database/connect.ts';
import { parseDatabaseUrl } from '#database/database-url.ts';
import { type Embedded, startEmbedded } from '#database/embedded/start-embedded.ts';
import { positionSql, Replicas } from '#database/replicas.ts';
import { apiToken, ask, newDataDirectory, startServer } from './running-server.ts';

/** Two PostgreSQLs of which one follows the other, and a server that reads from it. */
let primary: Embedded;
let replica: Embedded;
let replicaDirectory: string;
let address: string;
let writer: Sql;
let reader: Sql;

before(async () => {
  const directory = await newDataDirectory();
  replicaDirectory = await newDataDirectory();
  const run = () => startEmbedded({ dataDirectory: directory, temporary: true });
  await (await run()).stop();
  const data = join(directory, 'postgres/data');
  await appendFile(join(data, 'postgresql.conf'), '\nwal_level = replica\nmax_wal_senders = 4\n');
  await appendFile(join(data, 'pg_hba.conf'), '\nlocal replication all scram-sha-256\n');
  // What was written before could not be followed.
  await (await run()).stop();
  await mkdir(replicaDirectory, { recursive: true });
  await promisify(execFile)('cp', ['-a', join(directory, 'postgres'), replicaDirectory]);
  primary = await run();
  const { host, port, user, password } = parseDatabaseUrl(primary.url);
  const copy = join(replicaDirectory, 'postgres/data');
  await writeFile(join(copy, 'standby.signal'), '');
  await appendFile(
    join(copy, 'postgresql.conf'),
    `\nprimary_conninfo = 'host=${host} port=${port} user=${user} password=${password}'\n`,
  );
  replica = await startEmbedded({ dataDirectory: replicaDirectory, temporary: true });
  writer = connect(primary.url, { max: 2 });
  reader = connect(replica.url, { max: 2 });
  ({ address } = await startServer({
    SUPERUSER_PASSWORD: 'Secret-secret-1',
    SUPERUSER_API_TOKEN: apiToken,
    DATABASE_URL: primary.url,
    DATABASE_REPLICA_URLS: replica.url,
    DATA_DIR: await newDataDirectory(),
  }));
});
after(async () => {
  await writer?.end({ timeout: 1 });
  await reader?.end({ timeout: 1 });
  await replica?.stop();
  await primary?.stop();
});

const position = async (): Promise<string> =>
  (await writer.unsafe(`select ${positionSql} as position`))[0]!.position as string;
const place = async (sql: Sql): Promise<string> =>
  (await sql.unsafe('select pg_is_in_recovery() as replica'))[0]!.replica === 't' ? 'replica' : 'primary';

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (await holds()) return;
    await sleep(100);
  }
  assert.fail('It never came to pass.');
}

/** Does something while the replica takes over nothing. */
async function whilePaused(work: () => Promise<void>): Promise<void> {
  await reader.unsafe('select pg_wal_replay_pause()');
  try {
    await until(
      async () => (await reader.unsafe('select pg_get_wal_replay_pause_state() as state'))[0]!.state === 'paused',
    );
    await work();
  } finally {
    await reader.unsafe('select pg_wal_replay_resume()');
  }
}

test('a read goes to a replica that has come as far as it must have, else to the primary', async () => {
  const replicas = new Replicas(writer, [replica.url]);
  try {
    const before = await position();
    await until(async () => (await replicas.read(before, place)) === 'replica');
    assert.equal(await replicas.read(undefined, place), 'primary', 'nobody knows what must be there');
    await whilePaused(async () => {
      await writer.unsafe('create table later as select 1');
      assert.equal(await replicas.read(await position(), place), 'primary');
      assert.equal(await replicas.read(before, place), 'replica');
    });
    const after = await position();
    await until(async () => (await replicas.read(after, place)) === 'replica');
  } finally {
    await replicas.close();
  }
});

test('a replica that fails is spared, and the read is done by the primary', async () => {
  const replicas = new Replicas(writer, ['postgres://nobody@127.0.0.1:1/none']);
  try {
    assert.equal(await replicas.read(await position(), place), 'primary');
  } finally {
    await replicas.close();
  }
  const cut = new Replicas(writer, [replica.url]);
  try {
    const before = await position();
    await until(async () => (await cut.read(before, place)) === 'replica');
    const seen: string[] = [];
    const answer = await cut.read(before, async (sql) => {
      seen.push(await place(sql));
      if (seen.length === 1) await sql.unsafe('select pg_terminate_backend(pg_backend_pid())');
      return place(sql);
    });
    assert.deepEqual([seen, answer], [['replica', 'primary'], 'primary']);
    assert.equal(await cut.read(before, place), 'primary', 'it is left alone for a while');
    await assert.rejects(
      cut.read(before, () => Promise.reject(Object.assign(new Error('no'), { code: '22P02' }))),
      { code: '22P02' },
    );
  } finally {
    await cut.close();
  }
});

const asksOfReplica = async (): Promise<number> =>
  Number(
    (
      await reader.unsafe(
        "select count(*) from pg_stat_activity where pid <> pg_backend_pid() and application_name = 'patchbay' and query ~ 'dcim_site'",
      )
    )[0]!.count,
  );
const names = async (): Promise<string[]> =>
  (await ask(`${address}api/dcim/sites/`)).json.results.map(({ name }: { name: string }) => name);

test('lists and objects are read from it; who has written reads what they wrote', async () => {
  const create = (name: string) =>
    ask(`${address}api/dcim/sites/`, { method: 'POST', body: { name, slug: name.toLowerCase() } });
  assert.equal((await create('A')).status, 201);
  await until(async () => (await names()).length === 1 && (await asksOfReplica()) > 0);
  await whilePaused(async () => {
    const { json } = await create('B');
    assert.deepEqual(await names(), ['A', 'B']);
    assert.equal((await ask(`${address}api/dcim/sites/${json.id}/`)).json.name, 'B');
    const query = encodeURIComponent('{site_list{name}}');
    assert.equal((await ask(`${address}graphql/?query=${query}`)).json.data.site_list.length, 2);
  });
});

test('without it, all goes on', async () => {
  await until(async () => (await reader.unsafe('select count(*) from dcim_site'))[0]!.count === '2');
  await reader.end({ timeout: 1 });
  await replica.stop();
  for (let turn = 0; turn < 5; turn++) assert.deepEqual(await names(), ['A', 'B']);
  replica = await startEmbedded({ dataDirectory: replicaDirectory, temporary: true });
  reader = connect(replica.url, { max: 2 });
  await until(async () => (await names()).length === 2 && (await asksOfReplica()) > 0);
});
