import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { logIn } from '#access/log-in.ts';
import { makePassword } from '#access/password.ts';
import { testDatabase } from './database.ts';
import { insertRow } from './insert-row.ts';
import { openPatchbay, testSettings } from './sso/patchbay.ts';

const database = await testDatabase();
const { sql } = database;
const { address, routes } = await openPatchbay(database, {
  SETTINGS_JSON: JSON.stringify({ IDENTITY_ENABLED: true, DEFAULT_PERMISSIONS: {} }),
});

// ---- What belongs to others, each with a name that no answer may have in it
const secret = 'hidden-from-others';
const joined = '2026-01-01T00:00:00Z';
const passwordHash = await makePassword('right');
for (const [id, name] of [
  [1, secret],
  [2, 'powerless'],
] as const)
  await insertRow(sql, 'users_user', {
    id,
    username: name,
    password: passwordHash,
    is_active: true,
    date_joined: joined,
  });
await insertRow(sql, 'users_group', { id: 1, name: secret });
await insertRow(sql, 'users_objectpermission', { id: 1, name: secret, actions: '{view}', enabled: true });
await insertRow(sql, 'dcim_site', { id: 1, name: secret, slug: secret, status: 'active' });
await insertRow(sql, 'core_configrevision', { id: 1, active: false, comment: secret });
await insertRow(sql, 'extras_cachedvalue', {
  id: '00000000-0000-4000-8000-000000000001',
  object_type_id: (
    await sql.unsafe(`select id from django_content_type where app_label = 'dcim' and model = 'site'`)
  )[0]!.id,
  object_id: 1,
  field: 'name',
  type: 'str',
  value: secret,
  weight: 100,
});
await insertRow(sql, 'extras_dashboard', { id: 1, user_id: 1, layout: '[]', config: `{"${secret}": {}}` });
await logIn(sql, testSettings, session('1', secret));

/** Rows whose loss or change an answer could not tell. */
const kept = () =>
  sql.unsafe(`select (select count(*) from dcim_site) as sites, (select count(*) from users_user) as users,
    (select count(*) from core_configrevision where active) as active, (select count(*) from core_configrevision) as revisions,
    (select count(*) from extras_dashboard where user_id = 1) as dashboards,
    (select count(*) from patchbay.login_session where user_id = 1) as sessions`);

function session(userId: string, agent: string) {
  return { userId, passwordHash, origin: { address: null, agent } };
}

interface Line {
  readonly address: string;
  readonly methods: readonly string[];
  readonly who: string;
}

const lines = [
  ...readFileSync(new URL('../docs/security.md', import.meta.url), 'utf8').matchAll(
    /^\| (\/\S+) \| ([A-Z a-z]+) \| ([a-z ]+) \| /gm,
  ),
].map(([, path, methods, who]): Line => ({ address: path!, methods: methods!.split(' '), who: who! }));
const ours = routes.filter(
  ({ method, address: path }) => path.startsWith('/patchbay/') && !['HEAD', 'OPTIONS'].includes(method),
);
const matches = (line: Line, { method, address: path }: { method: string; address: string }) =>
  (line.address.endsWith('*') ? path.startsWith(line.address.slice(0, -1)) : path === line.address) &&
  (line.methods.includes(method) || line.methods[0] === 'all');

/** What each is refused with; undefined: it may be answered. */
const refusals: Readonly<
  Record<string, { readonly anybody: number | undefined; readonly powerless: number | undefined }>
> = {
  anybody: { anybody: undefined, powerless: undefined },
  'as permitted': { anybody: 403, powerless: undefined },
  oneself: { anybody: 403, powerless: undefined },
  permission: { anybody: 403, powerless: 403 },
  superuser: { anybody: 403, powerless: 403 },
};

/** An address of one of the objects that belong to others. */
const filled = (path: string) =>
  `${address}${path
    .replace(
      ':app/:endpoint',
      path.includes('/own/') ? 'extras/bookmarks' : path.includes('/measures/') ? 'ipam/prefixes' : 'dcim/sites',
    )
    .replace(':kind', 'applications')
    .replace(':fact', 'config-context')
    .replace(/:\w+/g, '1')}${path.includes('search') ? `?q=${secret}` : ''}`;

/** A body that each of the addresses can make something of. */
const body = JSON.stringify({
  rows: [{ name: 'made', slug: 'made' }],
  ids: [1],
  object_types: ['dcim.site'],
  constraints: null,
  data: { BANNER_TOP: 'made' },
  steps: [{ model: 'dcim/sites', body: { name: 'made', slug: 'made' } }],
});

async function ask(
  method: string,
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; text: string }> {
  const unsafe = method !== 'GET';
  const answer = await fetch(filled(path), {
    method,
    headers: { ...headers, accept: 'application/json', ...(unsafe ? { 'content-type': 'application/json' } : {}) },
    ...(unsafe ? { body } : {}),
  });
  return { status: answer.status, text: await answer.text() };
}

/** The headers of a new session of somebody who may nothing. */
async function powerless(): Promise<Record<string, string>> {
  const key = await logIn(sql, testSettings, session('2', 'own'));
  const cookie = `${testSettings.SESSION_COOKIE_NAME}=${key}`;
  const answer = await fetch(`${address}/patchbay/session/`, { headers: { cookie } });
  const { csrf } = (await answer.json()) as { csrf: string };
  return { cookie, 'x-csrftoken': csrf };
}

test('docs/security.md has a line for every address, and none for others', () => {
  for (const route of ours)
    assert.equal(lines.filter((line) => matches(line, route)).length, 1, `${route.method} ${route.address}: one line`);
  for (const line of lines)
    assert.ok(
      ours.some((route) => matches(line, route)),
      `${line.methods.join(' ')} ${line.address} is not served`,
    );
});

for (const [who, headers] of [
  ['anybody', async () => ({})],
  ['powerless', powerless],
] as const)
  test(`what the server answers to ${who === 'anybody' ? 'a visitor whom nobody knows' : 'a user without permissions'}`, async (t) => {
    const before = [...(await kept())];
    for (const { method, address: path } of ours)
      await t.test(`${method} ${path}`, async () => {
        const line = lines.find((one) => matches(one, { method, address: path }))!;
        const { status, text } = await ask(method, path, await headers());
        const refused = refusals[line.who]![who];
        if (refused !== undefined) assert.equal(status, refused, text);
        else assert.ok(status < 500 && status !== 401, `${status} ${text}`);
        if (refused === undefined && who === 'powerless' && line.who === 'oneself')
          assert.notEqual(status, 403, `${text} is refused to who asks of themselves`);
        assert.ok(!text.includes(secret), text);
      });
    assert.deepEqual([...(await kept())], before);
  });
