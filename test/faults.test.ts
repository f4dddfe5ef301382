import assert from 'node:assert/strict';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Sql } from '#database/connect.ts';
import { readPidFile } from '#database/embedded/pid-file.ts';
import { startEmbedded } from '#database/embedded/start-embedded.ts';
import { testDatabase } from './database.ts';
import { apiToken, ask, newDataDirectory, startServer, stopServer } from './running-server.ts';

const superuser = { SUPERUSER_PASSWORD: 'Secret-secret-1', SUPERUSER_API_TOKEN: apiToken };

test('a server killed in the middle of a bulk write leaves nothing half-done', async () => {
  const { sql, url } = await testDatabase();
  const environment = { DATABASE_URL: url, DATA_DIR: await newDataDirectory(), ...superuser };
  const { child, address } = await startServer(environment);
  const addresses = Array.from({ length: 300 }, (_, index) => ({ address: `10.0.${index >> 8}.${index & 255}/24` }));
  const create = () => ask(`${address}api/ipam/ip-addresses/`, { method: 'POST', body: addresses });
  // The rows are written; the change log, which is written last, has to wait.
  const answered = await whileLocked({ sql, url, table: 'core_objectchange' }, async () => {
    const answer = create().catch((error: Error) => error);
    await until(async () => (await waiting(sql)) > 0);
    child.kill('SIGKILL');
    return answer;
  });
  assert.ok(answered instanceof Error);
  await until(async () => (await connections(sql)) === 0);
  const left = async () =>
    (
      await sql
        .unsafe(
          `select (select count(*) from ipam_ipaddress), (select count(*) from core_objectchange),
          (select count(*) from extras_cachedvalue)`,
        )
        .values()
    ).map((row) => Array.from(row as unknown as string[]))[0];
  assert.deepEqual(await left(), ['0', '0', '0']);
  const again = await startServer(environment);
  const { status, json } = await ask(`${again.address}api/ipam/ip-addresses/`, { method: 'POST', body: addresses });
  assert.deepEqual([status, json.length], [201, 300]);
  assert.deepEqual((await left())!.slice(0, 2), ['300', '300']);
});

test('connections that the database cuts: 503 for what was under way, undone, and the next request is answered', async () => {
  const { sql, url } = await testDatabase();
  const { address } = await startServer({ DATABASE_URL: url, DATA_DIR: await newDataDirectory(), ...superuser });
  const sites = `${address}api/dcim/sites/`;
  const cut = () =>
    sql.unsafe(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'patchbay' and pid <> pg_backend_pid()`,
    );
  const answer = await whileLocked({ sql, url, table: 'core_objectchange' }, async () => {
    const asked = ask(sites, { method: 'POST', body: [{ name: 'a', slug: 'a' }] });
    await until(async () => (await waiting(sql)) > 0);
    await cut();
    return asked;
  });
  assert.deepEqual(
    [answer.status, answer.json.detail, answer.headers.get('retry-after')],
    [503, 'The database cannot be reached at the moment.', '5'],
  );
  for (let round = 0; round < 5; round++) {
    await cut();
    // Whoever comes before the loss is noticed is told to come again; nobody gets a server error.
    const statuses = await Promise.all(Array.from({ length: 8 }, async () => (await ask(sites)).status));
    assert.deepEqual(
      statuses.filter((status) => status !== 200 && status !== 503),
      [],
    );
    assert.equal(await recovered(sites), 0);
  }
});

test('PostgreSQL stopped and started: 503 meanwhile, then all goes on', async () => {
  const dataDirectory = await newDataDirectory();
  let postgres = await startEmbedded({ dataDirectory, temporary: true });
  after(() => postgres.stop());
  const { address } = await startServer({
    DATABASE_URL: postgres.url,
    DATA_DIR: await newDataDirectory(),
    ...superuser,
  });
  const sites = `${address}api/dcim/sites/`;
  const made = await ask(sites, { method: 'POST', body: { name: 'a', slug: 'a' } });
  assert.equal(made.status, 201);
  await postgres.stop();
  for (const method of ['GET', 'POST'])
    assert.equal(
      (await ask(sites, { method, ...(method === 'POST' ? { body: { name: 'b', slug: 'b' } } : {}) })).status,
      503,
    );
  const cookie = { cookie: `sessionid=${'a'.repeat(32)}` };
  for (const path of [
    'patchbay/session/',
    'patchbay/settings/',
    'patchbay/counts/',
    'graphql/?query={__typename}',
    'media/x.png',
  ])
    assert.equal((await fetch(`${address}${path}`, { headers: cookie })).status, 503, path);
  assert.equal((await fetch(`${address}patchbay/meta/`)).status, 200);
  postgres = await startEmbedded({ dataDirectory, temporary: true });
  assert.equal(await recovered(sites), 1);
  assert.equal((await ask(sites, { method: 'POST', body: { name: 'b', slug: 'b' } })).status, 201);
});

test('the embedded PostgreSQL killed: it is started again; where it cannot be, the program says so and ends', async () => {
  const DATA_DIR = await newDataDirectory();
  const { child, address, output } = await startServer({ DATA_DIR, ...superuser });
  const sites = `${address}api/dcim/sites/`;
  const data = join(DATA_DIR, 'postgres/data');
  const kill = async () => process.kill((await readPidFile(data))!.pid, 'SIGKILL');
  assert.equal((await ask(sites, { method: 'POST', body: { name: 'a', slug: 'a' } })).status, 201);
  await kill();
  assert.equal(await recovered(sites), 1);
  assert.match(output(), /PostgreSQL ended by itself and is started again/);
  await rm(join(data, 'global/pg_control'));
  await kill();
  if (child.exitCode === null) await once(child, 'exit');
  assert.equal(child.exitCode, 1);
  assert.match(output(), /PostgreSQL did not start in .*\n[\s\S]*pg_control/);
  assert.doesNotMatch(output(), /^ +at /m);
  await stopServer(child, 'SIGKILL');
});

/** Does something while a table can't be written to. */
async function whileLocked<T>(
  { sql, url, table }: { sql: Sql; url: string; table: string },
  work: () => Promise<T>,
): Promise<T> {
  const holder = connect(url, { max: 1, applicationName: 'holder' });
  try {
    await holder.unsafe('begin').simple();
    await holder.unsafe(`lock table ${table} in exclusive mode`);
    return await work();
  } finally {
    await holder.end({ timeout: 0 });
    await until(async () => (await waiting(sql)) === 0);
  }
}

async function count(sql: Sql, condition: string): Promise<number> {
  const [row] = await sql.unsafe(
    `select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and ${condition}`,
  );
  return Number(row!.count);
}

const waiting = (sql: Sql): Promise<number> => count(sql, "wait_event_type = 'Lock'");
/** Of the server, which are in a transaction or have just left it. */
const connections = (sql: Sql): Promise<number> =>
  count(sql, "application_name = 'patchbay' and xact_start is not null");

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (await holds()) return;
    await sleep(50);
  }
  assert.fail('It never came to pass.');
}

/** Asks until there is an answer; how many objects there are. Every answer before is a 503. */
async function recovered(url: string): Promise<number> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const { status, json } = await ask(url);
    if (status === 200) return json.count;
    assert.equal(status, 503);
    await sleep(100);
  }
  return assert.fail('The server never recovered.');
}
