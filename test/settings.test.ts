import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase } from './database.ts';
import { apiToken, ask, newDataDirectory, startServer } from './running-server.ts';

const { sql, url } = await testDatabase();
const environment = {
  DATABASE_URL: url,
  SUPERUSER_PASSWORD: 'Secret-secret-1',
  SUPERUSER_API_TOKEN: apiToken,
  SETTINGS_JSON: JSON.stringify({ MAX_PAGE_SIZE: 500 }),
  DATA_DIR: await newDataDirectory(),
};
const one = await startServer(environment);
const other = await startServer(environment);
const at = (server: { address: string }, path: string) => `${server.address}${path}`;

const pageOf = async (server: { address: string }): Promise<number> =>
  (await ask(at(server, 'api/dcim/sites/?limit='))).json.results.length;
const bannerOf = async (server: { address: string }): Promise<string> => {
  const answer = await fetch(at(server, 'patchbay/session/'));
  return ((await answer.json()) as { settings: { BANNER_TOP: string } }).settings.BANNER_TOP;
};
const save = (data: object, comment = '') =>
  ask(at(one, 'patchbay/settings/'), { method: 'POST', body: { data, comment } });

test('a revision saved in one process is in force in the other at once', async () => {
  await sql.unsafe(`insert into dcim_site (created, last_updated, custom_field_data, name, slug, status, facility, physical_address,
    shipping_address, description, comments) select now(), now(), '{}', 's' || n, 's' || n, 'active', '', '', '', '', '' from generate_series(1, 60) n`);
  assert.deepEqual([await pageOf(one), await pageOf(other)], [50, 50]);
  const saved = await save({ PAGINATE_COUNT: 7, BANNER_TOP: '' }, 'smaller pages');
  assert.equal(saved.status, 201);
  assert.deepEqual([await pageOf(other), await pageOf(one)], [7, 7]);
  const [revision] = saved.json.revisions;
  assert.deepEqual([revision.active, revision.comment, revision.data], [true, 'smaller pages', { PAGINATE_COUNT: 7 }]);
});

test('a revision that another program writes is seen too, by strangers within a second', async () => {
  await sql.begin(async (transaction) => {
    await transaction.unsafe('update core_configrevision set active = false');
    await transaction.unsafe(
      `insert into core_configrevision (active, created, comment, data) values (true, now(), '', '{"PAGINATE_COUNT": 9, "BANNER_TOP": "moving"}')`,
    );
  });
  assert.deepEqual([await pageOf(one), await pageOf(other)], [9, 9]);
  await sleep(1100);
  assert.deepEqual([await bannerOf(one), await bannerOf(other)], ['moving', 'moving']);
});

test('where none is active the newest is in force; where none is left the defaults are', async () => {
  await sql.unsafe('update core_configrevision set active = false');
  assert.equal(await pageOf(other), 9);
  await sql.unsafe('delete from core_configrevision');
  assert.equal(await pageOf(other), 50);
});

test('an earlier revision is put in force again, and one is forgotten', async () => {
  const first = (await save({ PAGINATE_COUNT: 3 })).json.revisions[0].id;
  const second = (await save({ PAGINATE_COUNT: 4 })).json.revisions[0].id;
  assert.equal((await ask(at(other, `patchbay/settings/${first}/restore/`), { method: 'POST' })).status, 200);
  assert.equal(await pageOf(one), 3);
  assert.equal((await ask(at(other, `patchbay/settings/${first}/`), { method: 'DELETE' })).status, 200);
  assert.equal(await pageOf(one), 4);
  assert.equal((await ask(at(one, `patchbay/settings/${second}/`), { method: 'DELETE' })).status, 200);
  assert.equal((await ask(at(one, `patchbay/settings/${second}/`), { method: 'DELETE' })).status, 404);
});

const refused: [what: string, data: unknown, error: object][] = [
  [
    'a setting that is given at start',
    { MAX_PAGE_SIZE: 1 },
    { MAX_PAGE_SIZE: [/is given where the program is started/] },
  ],
  ['one that is none', { X: 1 }, { X: [/no such setting/] }],
  ['one that never changes', { SECRET_KEY: 'x' }, { SECRET_KEY: [/no such setting/] }],
  ['a value that cannot be', { PAGINATE_COUNT: 'many' }, { PAGINATE_COUNT: [/must be a whole number from 1/] }],
  ['no object', [1], { data: [/object of settings/] }],
];
for (const [what, data, error] of refused)
  test(`refused: ${what}`, async () => {
    const { status, json } = await ask(at(one, 'patchbay/settings/'), { method: 'POST', body: { data } });
    assert.equal(status, 400);
    for (const [name, [pattern]] of Object.entries(error)) assert.match(json[name][0], pattern);
  });

test('strangers are told and allowed nothing', async () => {
  assert.equal((await fetch(at(one, 'patchbay/settings/'))).status, 403);
  assert.equal((await fetch(at(one, 'patchbay/settings/'), { method: 'POST' })).status, 403);
});

test('maintenance mode refuses writes, and its end can still be saved', async () => {
  await save({ MAINTENANCE_MODE: true });
  const site = { name: 'new', slug: 'new' };
  const answer = await ask(at(other, 'api/dcim/sites/'), { method: 'POST', body: site });
  assert.deepEqual([answer.status, answer.json.detail?.slice(0, 33)], [503, 'The server is in maintenance mode']);
  assert.equal((await ask(at(other, 'api/dcim/sites/'))).status, 200);
  await save({});
  assert.equal((await ask(at(other, 'api/dcim/sites/'), { method: 'POST', body: site })).status, 201);
});
