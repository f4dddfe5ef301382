import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase } from '#test/database.ts';
import { connect, type Sql } from './connect.ts';

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
