import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase } from '#test/database.ts';
import { connect, type Sql } from './connect.ts';
import { parseDatabaseUrl } from './database-url.ts';

const { sql, url } = await testDatabase({ empty: true });

test('every value comes back as PostgreSQL’s text', async () => {
  const [row] = await sql
    .unsafe(
      `select 1, 2::bigint, 1.50::numeric, true, '2026-01-02 03:04:05.6+00'::timestamptz, date '2026-01-02', '{"a": 1}'::jsonb,
            array[1,2], '\\x00ff'::bytea, null, interval '1 day', '10.0.0.1/24'::inet`,
    )
    .values();
  assert.deepEqual(
    [...row!],
    [
      ...[
        '1',
        '2',
        '1.50',
        't',
        '2026-01-02 03:04:05.6+00',
        '2026-01-02',
        '{"a": 1}',
        '{1,2}',
        '\\x00ff',
        null,
        '1 day',
        '10.0.0.1/24',
      ],
    ],
  );
});

test('parameters are text, whatever their type', async () => {
  const [row] = await sql
    .unsafe(
      'select $1::int, $2::bool, $3::jsonb, $4::timestamptz, $5::int[], $6::bigint, $7::bool, $8::text',
      [...[5, false, '{"a": 1}', '2026-01-02 03:04:05+00', '{1,2}', 9007199254740993n, 't', null]] as never[],
      { prepare: true },
    )
    .values();
  assert.deepEqual([...row!], ['5', 'f', '{"a": 1}', '2026-01-02 03:04:05+00', '{1,2}', '9007199254740993', 't', null]);
});

test('a transaction whose connection was cut does nothing more, nor to the connection that is opened in its place', async () => {
  await sql.unsafe('create table kept (n int)');
  const pool = connect(url, { max: 1, applicationName: 'cut' });
  const left: string[] = [];
  await assert.rejects(
    pool.begin(async (transaction) => {
      await transaction.unsafe('insert into kept values (1)');
      await sql.unsafe(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cut'`);
      await answered(pool);
      await transaction.unsafe('insert into kept values (2)').catch((error) => left.push(error.code));
    }),
    { code: /CONNECTION_CLOSED|57P01|ECONNRESET/ },
  );
  for (; left.length === 0; await sleep(10));
  assert.deepEqual(left, ['CONNECTION_CLOSED']);
  assert.deepEqual([...(await pool.unsafe('select n from kept').values())], []);
  await pool.end();
});

/** Asks until the pool has a connection again. */
async function answered(pool: Sql): Promise<void> {
  while (
    await pool.unsafe('select 1').then(
      () => false,
      () => true,
    )
  );
}

test('a statement that comes between the loss of a connection and its end is answered', async () => {
  const { path, host, port, user, password, database } = parseDatabaseUrl(url);
  const sockets: Socket[] = [];
  const between = createServer((socket) => {
    sockets.push(socket);
    const far = path ? createConnection(path) : createConnection(port, host);
    socket.pipe(far).pipe(socket);
    for (const end of [socket, far])
      end.on('error', () => {
        socket.destroy();
        far.destroy();
      });
  });
  between.listen(0, '127.0.0.1');
  await once(between, 'listening');
  const { port: nearPort } = between.address() as AddressInfo;
  const own = connect(`postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${nearPort}/${database}`, {
    max: 1,
  });
  after(async () => {
    await own.end({ timeout: 0 });
    between.close();
  });
  await own.unsafe('select 1');
  const next = own.unsafe('select pg_sleep(60)').then(
    () => assert.fail('it was cut'),
    () =>
      own.unsafe('select 2').then(
        () => 'done',
        () => 'refused',
      ),
  );
  await sleep(50);
  sockets[0]!.resetAndDestroy();
  // Which of the two depends on how far the loss has got; without an answer whoever asked would wait for ever.
  assert.match(await Promise.race([next, sleep(10_000, 'no answer', { ref: false })]), /done|refused/);
  assert.equal((await own.unsafe('select 3').values())[0]![0], '3');
});
