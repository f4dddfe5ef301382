import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { assertNetBoxDatabase } from '../check/assert-netbox-database.ts';
import { createSchema } from './create-schema.ts';

test('an empty database becomes one of NetBox 4.7', async (t) => {
  const { sql } = await testDatabase({ empty: true });
  const start = performance.now();
  await createSchema(sql);
  t.diagnostic(`in ${Math.round(performance.now() - start)} ms`);
  assert.deepEqual(await assertNetBoxDatabase(sql), { plugins: [] });
  const [next] = await sql.unsafe(
    `insert into django_content_type (app_label, model) values ('a', 'b') returning id, (select count(*) from django_content_type)`,
  );
  assert.equal(Number(next!.id), Number(next!.count) + 1, 'content types are numbered on');
});

test('where the database is not empty, nothing is left of the attempt', async () => {
  const { sql } = await testDatabase({ empty: true });
  await sql.unsafe('create table wireless_wirelesslink (id int)');
  await assert.rejects(createSchema(sql), { code: '42P07' });
  const tables = await sql.unsafe(`select tablename from pg_tables where schemaname in ('public', 'patchbay')`);
  assert.deepEqual(
    tables.map(({ tablename }) => tablename),
    ['wireless_wirelesslink'],
  );
});
