import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { importDatabase } from './import-database.ts';

test('a living database is copied: rows as they are, sequences where they stand, triggers on', async () => {
  const source = await testDatabase();
  const target = await testDatabase({ empty: true });
  await source.sql.unsafe(`
    insert into dcim_region (name, slug, description, comments, custom_field_data, created, last_updated) values
      ('Europe', 'europe', '', '', '{}', now(), now()), ('Gone', 'gone', '', '', '{}', now(), now());
    insert into dcim_region (name, slug, description, comments, custom_field_data, parent_id) select 'Suisse \\ é', 'ch', '', '', '{}', id from dcim_region where slug = 'europe';
    delete from dcim_region where slug = 'gone'`);
  const report = await importDatabase(target.url, source.url);
  assert.ok(report.tables > 200);
  const rows = async (from: typeof source, statement: string) =>
    (await from.sql.unsafe(statement).values()).map((row) => Array.from(row as unknown as string[]));
  for (const table of ['dcim_region', 'django_content_type', 'auth_permission', 'django_migrations'])
    assert.deepEqual(
      await rows(target, `select * from ${table} order by id`),
      await rows(source, `select * from ${table} order by id`),
      table,
    );
  const insert = `insert into dcim_region (name, slug, description, comments, custom_field_data, parent_id) select 'New', 'new', '', '', '{}', id from dcim_region where slug = 'ch' returning id, path`;
  assert.deepEqual(await rows(target, insert), await rows(source, insert));
});

test('a source that is not NetBox’s leaves nothing', async () => {
  const source = await testDatabase({ empty: true });
  const target = await testDatabase({ empty: true });
  await source.sql.unsafe('create table a (id int)');
  await assert.rejects(importDatabase(target.url, source.url), { name: 'DatabaseCheckError', kind: 'foreign' });
  assert.equal((await target.sql.unsafe(`select from pg_tables where schemaname in ('public', 'patchbay')`)).length, 0);
});

test('a source that cannot be reached is named', async () => {
  const target = await testDatabase({ empty: true });
  await assert.rejects(importDatabase(target.url, 'postgres://nobody@127.0.0.1:1/none'), {
    message: /^The database to copy from cannot be reached: /,
  });
});
