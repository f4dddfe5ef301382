import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { testDatabase } from '#test/database.ts';
import { catalogue } from './catalogue.ts';
import { differences } from './differences.ts';

const shared = new URL('../../../shared/', import.meta.url);

test('the schema derived from the models is NetBox 4.7.3’s', async () => {
  const [ours, theirs] = [await testDatabase(), await testDatabase({ empty: true })];
  const script = readFileSync(new URL('reference/schema.sql', shared), 'utf8');
  await theirs.sql.unsafe(script.replace(/^\\.*$/gm, '')).simple();
  const wanted = await catalogue(theirs.sql);
  assert.ok(wanted.size > 4500, `the reference holds ${wanted.size} objects`);
  assert.deepEqual(differences(await catalogue(ours.sql), wanted), []);
});

test('content types, object types and permissions are those of a new NetBox', async () => {
  const { sql } = await testDatabase();
  const base = JSON.parse(gunzipSync(readFileSync(new URL('conformance/base.json.gz', shared))).toString()) as Base;
  const types = new Map(base.django_content_type.map(({ id, app_label, model }) => [id, `${app_label}.${model}`]));
  const wanted = new Map([
    ...base.core_objecttype.map(
      ({ contenttype_ptr_id: id, public: offered, features }) =>
        [`object type ${types.get(id)}`, `${offered ? 't' : 'f'} {${features.join(',')}}`] as const,
    ),
    ...base.auth_permission.map(
      ({ content_type_id: id, codename }) => [`permission ${types.get(id)}.${codename}`, ''] as const,
    ),
  ]);
  const rows = await sql
    .unsafe(`
      select format('object type %s.%s', app_label, model), concat_ws(' ', public, features)
        from core_objecttype join django_content_type c on c.id = contenttype_ptr_id
      union all
      select format('permission %s.%s.%s', app_label, model, codename), ''
        from auth_permission join django_content_type c on c.id = content_type_id`)
    .values();
  assert.deepEqual(differences(new Map(rows as unknown as [string, string][]), wanted), []);
});

interface Base {
  django_content_type: { id: number; app_label: string; model: string }[];
  core_objecttype: { contenttype_ptr_id: number; public: boolean; features: string[] }[];
  auth_permission: { content_type_id: number; codename: string }[];
}
