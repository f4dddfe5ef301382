import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tryWrites } from '#domain/rules/try-writes.ts';
import { testDatabase } from '#test/database.ts';
import { insertRow } from '#test/insert-row.ts';

const { sql } = await testDatabase();
await insertRow(sql, 'users_user', { id: 1, username: 'admin', is_superuser: true });

test('rows sent by COPY are those sent as JSON, whatever their texts', async () => {
  const texts = ['plain', 'tab\tline\nreturn\rback\\slash', '\\N', '\\.', '"quotes" \'and\' {braces}', 'ü🔑'];
  const write = await tryWrites(sql);
  const sites = (count: number, from: number) =>
    Array.from({ length: count }, (_, index) => ({
      name: `site ${from + index}`,
      slug: `site-${from + index}`,
      description: texts[index % texts.length],
      comments: texts[(index + 1) % texts.length],
      latitude: index % 2 ? 1.25 : null,
    }));
  assert.deepEqual((await write.create('dcim.site', sites(6, 0))).refused, []);
  assert.deepEqual((await write.create('dcim.site', sites(600, 6))).refused, []);
  const distinct = async (columns: string, from: string) =>
    (await sql.unsafe(`select distinct ${columns} from ${from}`)).length;
  const kept = 'description, comments, latitude, custom_field_data';
  assert.equal(await distinct(kept, 'dcim_site'), 6);
  const data =
    "postchange_data->>'description', postchange_data->>'comments', postchange_data->>'latitude', action, message";
  assert.equal(await distinct(data, 'core_objectchange'), 6);
  assert.equal(await distinct('field, type, weight, value', "extras_cachedvalue where field = 'description'"), 6);
  const [counts] = await sql.unsafe(
    "select (select count(*) from core_objectchange) as logged, (select count(*) from extras_cachedvalue where field = 'name') as indexed",
  );
  assert.deepEqual([counts!.logged, counts!.indexed], ['606', '606']);
});
