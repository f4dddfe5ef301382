import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings, type Settings } from '#base/settings.ts';
import { testDatabase } from '#test/database.ts';
import { AccessError } from './access-error.ts';
import { authenticate } from './authenticate.ts';
import { csrfToken } from './csrf.ts';
import { logIn } from './log-in.ts';
import { createSession } from './session.ts';
import { createToken } from './token.ts';

const { sql } = await testDatabase();
const settings: Settings = {
  ...defaultSettings,
  SECRET_KEY: 'x1'.repeat(35),
  API_TOKEN_PEPPERS: { 1: 'old pepper '.repeat(6), 2: 'new pepper '.repeat(6) },
};

/** Made by Django 6.0's `SessionStore().encode()` under the same SECRET_KEY, for user 7 with this password's hash. */
const django = {
  password: 'pbkdf2_sha256$1000$seasalt$JgZryXe2Ga8ysg6XbzkLpTdyPQrHqsinbL9BnnhgX4A=',
  session:
    '.eJxVjEEOwiAQAP_C2TSwRUCPfqD-gOzCEtBIk0ITE-PfbRMPep2ZzEt4XHv2a-PFlyjOworDLyMMd667qNxpfg674tpLwF7mOkx049CvvDxKaxu4fPu_ScaWtwOQNhHQRg2SnJYBnE2oSVnpQKoorQEAiWZMybFJY9Q6pPEUFByjYyXeHyG3OYQ:1r31eq:XGyP-XXM5N5O3BLb7RbHHPUEi7ZRt6UHEcokgTgrhgI',
};

await sql.unsafe(`
  insert into users_user (id, password, is_superuser, username, first_name, last_name, email, is_active, date_joined)
  values (7, '${django.password}', false, 'alice', 'Alice', '', 'a@x', true, now()), (8, '', true, 'root', '', '', '', true, now()),
         (9, '', false, 'gone', '', '', '', false, now());
  insert into users_group (id, name, description) values (3, 'network', ''), (4, 'others', '');
  insert into users_user_groups (user_id, group_id) values (7, 3);
`);

const token = (facts: Partial<Parameters<typeof createToken>[2]> = {}, from = settings) =>
  createToken(sql, from, { userId: 7, ...facts });
const [v1, v2, root, gone, disabled, expired, later, local, old, reader] = await Promise.all([
  token({ version: 1 }),
  token(),
  token({ userId: 8 }),
  token({ userId: 9 }),
  token({ enabled: false }),
  token({ expires: '2020-01-01' }),
  token({ expires: '2999-01-01' }),
  token({ allowedIps: ['10.0.0.0/8', '2001:db8::/32'] }),
  token({}, { ...settings, API_TOKEN_PEPPERS: { 1: settings.API_TOKEN_PEPPERS[1]! } }),
  token({ writeEnabled: false }),
]);
const bearer = ({ key, secret }: { key: string | null; secret: string }) => (key ? `nbt_${key}.${secret}` : secret);

interface Shown {
  headers?: Record<string, string>;
  address?: string;
  method?: string;
  settings?: Partial<Settings>;
  csrfExempt?: boolean;
}
const ask = ({ headers = {}, address = '127.0.0.1', method = 'GET', settings: given = {}, ...more }: Shown) =>
  authenticate({ sql, settings: { ...settings, ...given }, request: { headers, address, method }, ...more });

const malformed = 'Invalid authorization header: Must be in the form "Bearer <key>.<token>" or "Token <token>"';
const headers: [what: string, authorization: string | undefined, username: string | null, refusal?: string][] = [
  ['no header', undefined, null],
  ['another scheme', 'Basic YTpi', null],
  ['a scheme alone', 'Token', null, malformed],
  ['two tokens', 'Token a b', null, malformed],
  ['bytes that are not UTF-8', 'Token \xff', null, 'Invalid authorization header: Token contains invalid characters'],
  ['v1', `Token ${v1.secret}`, 'alice'],
  ['v1 as Bearer', `bearer  ${v1.secret}`, 'alice'],
  ['v1 of nobody', 'Token XXXXXXXXXX', null, 'Invalid v1 token'],
  ['v2', `Bearer ${bearer(v2)}`, 'alice'],
  ['v2 as Token', `TOKEN ${bearer(v2)}`, 'alice'],
  ['v2 of an older pepper', `Token ${bearer(old)}`, 'alice'],
  ['v2 of nobody', 'Bearer nbt_XXXXXX.XXXXXXXXXX', null, 'Invalid v2 token'],
  ['v2 with another secret', `Bearer ${bearer({ ...v2, secret: root.secret })}`, null, 'Invalid v2 token'],
  ['v2 without its secret', `Bearer nbt_${v2.key}.`, null, 'Invalid v2 token'],
  ['v2’s secret as v1', `Token ${v2.secret}`, null, 'Invalid v1 token'],
  [
    'v2 without a dot',
    'Bearer nbt_abc',
    null,
    "Invalid authorization header: Could not parse key from v2 token. Did you mean to use 'Token' instead of 'Bearer'?",
  ],
  ['a superuser’s', `Token ${bearer(root)}`, 'root'],
  ['an inactive user’s', `Token ${bearer(gone)}`, null, 'User inactive'],
  ['disabled', `Token ${bearer(disabled)}`, null, 'Token disabled'],
  ['expired', `Token ${bearer(expired)}`, null, 'Token expired'],
  ['that expires later', `Token ${bearer(later)}`, 'alice'],
  ['not for writing, read with', `Token ${bearer(reader)}`, 'alice'],
];
for (const [what, authorization, username, refusal] of headers)
  test(`a token: ${what}`, async () => {
    const asked = ask({ headers: authorization === undefined ? {} : { authorization } });
    if (refusal)
      await assert.rejects(
        asked,
        (error) => error instanceof AccessError && error.message === refusal && error.status === 403,
      );
    else assert.equal((await asked).user?.username ?? null, username);
  });

test('v2 after its pepper is gone', () =>
  assert.rejects(
    ask({
      headers: { authorization: `Token ${bearer(old)}` },
      settings: { API_TOKEN_PEPPERS: { 2: settings.API_TOKEN_PEPPERS[2]! } },
    }),
    /Invalid v2 token/,
  ));

const addresses: [address: string | undefined, more: Record<string, string>, refusal?: RegExp][] = [
  ['10.1.2.3', {}],
  ['::ffff:10.1.2.3', {}],
  ['2001:db8::1', {}],
  ['192.0.2.1', {}, /^Source IP 192\.0\.2\.1 is not permitted to authenticate using this token\.$/],
  ['192.0.2.1', { 'x-forwarded-for': '10.0.0.1, 192.0.2.1' }],
  ['192.0.2.1', { 'x-forwarded-for': '10.0.0.1:4321' }],
  ['192.0.2.1', { 'x-forwarded-for': '[2001:db8::5]:4321' }],
  ['10.0.0.1', { 'x-forwarded-for': '192.0.2.7' }, /^Source IP 192\.0\.2\.7/],
  ['10.0.0.1', { 'x-real-ip': '192.0.2.8', 'x-forwarded-for': '10.0.0.1' }, /^Source IP 192\.0\.2\.8/],
  ['10.0.0.1', { 'x-real-ip': 'nonsense' }, /address of the client is not known/],
  [undefined, {}, /address of the client is not known/],
];
for (const [address, more, refusal] of addresses)
  test(`a token with allowed_ips from ${address} ${JSON.stringify(more)}`, async () => {
    const request = { headers: { authorization: `Token ${bearer(local)}`, ...more }, method: 'GET', address };
    const asked = authenticate({ sql, settings, request });
    if (refusal) await assert.rejects(asked, (error: Error) => refusal.test(error.message));
    else assert.equal((await asked).token?.id, local.id);
  });

test('last_used is written once a minute, beside the request, and not in maintenance', async () => {
  const used = await token();
  const headers = { authorization: `Token ${bearer(used)}` };
  const lastUsed = async () =>
    (await sql.unsafe('select last_used from users_token where id = $1', [used.id]))[0]!.last_used as string | null;
  const noted = async (given: Partial<Settings> = {}) => {
    const { token: found } = await ask({ headers, settings: given });
    await found!.noted;
    return [found!.noted !== null, (await lastUsed()) !== null];
  };
  assert.deepEqual(await noted({ MAINTENANCE_MODE: true }), [false, false]);
  assert.deepEqual(await noted(), [true, true]);
  assert.deepEqual(await noted(), [false, true]);
  await sql.unsafe(`update users_token set last_used = now() - interval '61 seconds' where id = $1`, [used.id]);
  assert.deepEqual(await noted(), [true, true]);
});

test('who somebody is', async () => {
  const { user, token: use, session } = await ask({ headers: { authorization: `Token ${bearer(reader)}` } });
  assert.deepEqual(user, {
    id: '7',
    username: 'alice',
    firstName: 'Alice',
    lastName: '',
    email: 'a@x',
    isSuperuser: false,
    groupIds: ['3'],
  });
  assert.deepEqual([use?.version, use?.writeEnabled, session], [2, false, null]);
});

test('permissions of a user and of their groups, as far as they are enabled', async () => {
  await sql.unsafe(`
    insert into users_objectpermission (id, name, description, enabled, actions, constraints) values
      (1, 'own', '', true, '{view,change}', '[{"name": "a"}, {"name": "b"}]'), (2, 'group', '', true, '{view}', '{"name": "c"}'),
      (3, 'other group', '', true, '{delete}', null), (4, 'off', '', false, '{delete}', null);
    insert into users_objectpermission_object_types (objectpermission_id, contenttype_id)
      select p.id, c.id from users_objectpermission p, django_content_type c
      where c.app_label = 'dcim' and (c.model = 'site' or p.id = 1 and c.model = 'rack');
    insert into users_user_object_permissions (user_id, objectpermission_id) values (7, 1), (7, 4);
    insert into users_group_object_permissions (group_id, objectpermission_id) values (3, 1), (3, 2), (4, 3);
  `);
  const headers = { authorization: `Token ${bearer(v2)}` };
  const given = { DEFAULT_PERMISSIONS: { 'extras.view_tag': null, 'dcim.change_rack': [{ name: 'd' }] } };
  const { permissions } = await ask({ headers, settings: given });
  assert.deepEqual(Object.fromEntries(permissions.constraints), {
    'extras.view_tag': [],
    'dcim.view_site': [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
    'dcim.change_site': [{ name: 'a' }, { name: 'b' }],
    'dcim.view_rack': [{ name: 'a' }, { name: 'b' }],
    'dcim.change_rack': [{ name: 'd' }, { name: 'a' }, { name: 'b' }],
  });
  assert.equal((await ask({ headers, settings: given })).permissions, permissions, 'the same rows share one set');
  await sql.unsafe(`update users_objectpermission set constraints = '{}' where id = 2`);
  const changed = await ask({ headers, settings: given });
  assert.deepEqual(changed.permissions.constraints.get('dcim.view_site'), [{ name: 'a' }, { name: 'b' }, null]);
});

const cookie = (key: string) => ({ cookie: `other=1; sessionid=${key}; csrftoken=x` });
const alice = { userId: '7', passwordHash: django.password };

test('a session that Django stored', async () => {
  await sql.unsafe(`insert into django_session values ('djangosession', $1, now() + interval '1 day')`, [
    django.session,
  ]);
  const { user, session, token: use } = await ask({ headers: cookie('djangosession') });
  assert.deepEqual([user?.username, session?.key, use], ['alice', 'djangosession', null]);
});

test('a session before a token', async () => {
  const key = await createSession(sql, settings, alice);
  const { user } = await ask({ headers: { ...cookie(key), authorization: `Token ${bearer(root)}` } });
  assert.equal(user?.username, 'alice');
});

const voids: [why: string, statement: string, settings?: Partial<Settings>][] = [
  ['it is over', `update django_session set expire_date = now() where session_key = $1`],
  ['it was ended', 'delete from django_session where session_key = $1'],
  ['another key signed it', 'select $1::text', { SECRET_KEY: 'y2'.repeat(35) }],
  [
    'it was tampered with',
    `update django_session set session_data = overlay(session_data placing 'A' from 4) where session_key = $1`,
  ],
];
for (const [why, statement, given = {}] of voids)
  test(`no session: ${why}`, async () => {
    const key = await createSession(sql, settings, alice);
    assert.equal((await ask({ headers: cookie(key) })).user?.username, 'alice');
    await sql.unsafe(statement, [key]);
    assert.equal((await ask({ headers: cookie(key), settings: given })).user, null);
  });

test('no session: the password has changed, or the user is inactive', async () => {
  const changed = await createSession(sql, settings, { ...alice, passwordHash: 'another' });
  const inactive = await createSession(sql, settings, { userId: '9', passwordHash: '' });
  for (const key of [changed, inactive]) assert.equal((await ask({ headers: cookie(key) })).user, null);
});

test('a login ends the session that it replaces, and notes itself', async () => {
  const before = await createSession(sql, settings, alice);
  const after = await logIn(sql, settings, { ...alice, replaces: before, data: { id_token: 'é' } });
  assert.equal((await ask({ headers: cookie(before) })).user, null);
  assert.equal((await ask({ headers: cookie(after) })).session?.data.id_token, 'é');
  const [row] = await sql.unsafe(
    `select last_login > now() - interval '1 minute' as noted, data from users_user u join users_userconfig c on c.user_id = u.id where u.id = 7`,
  );
  assert.deepEqual({ ...row }, { noted: 't', data: '{}' });
});

test('LOGIN_TIMEOUT and LOGIN_PERSISTENCE', async () => {
  const given = { LOGIN_TIMEOUT: 600, LOGIN_PERSISTENCE: true };
  const key = await createSession(sql, { ...settings, ...given }, alice);
  const left = async () =>
    Math.round(
      Number(
        (
          await sql.unsafe(
            'select extract(epoch from expire_date - now()) as s from django_session where session_key = $1',
            [key],
          )
        )[0]!.s,
      ) / 10,
    ) * 10;
  assert.equal(await left(), 600);
  assert.equal((await ask({ headers: cookie(key), settings: given })).session?.renewal, null);
  await sql.unsafe(`update django_session set expire_date = now() + interval '500 seconds' where session_key = $1`, [
    key,
  ]);
  assert.equal((await ask({ headers: cookie(key) })).session?.renewal, null);
  const { session } = await ask({ headers: { ...cookie(key), 'x-forwarded-proto': 'https' }, settings: given });
  assert.match(
    session?.renewal ?? '',
    new RegExp(`^sessionid=${key}; Path=/; Max-Age=600; Expires=[^;]+; HttpOnly; SameSite=Lax; Secure$`),
  );
  assert.equal(await left(), 600);
});

const key = await createSession(sql, settings, alice);
const unsafe: [what: string, shown: Shown, refusal?: string][] = [
  ['POST with the token', { method: 'POST', headers: { 'x-csrftoken': csrfToken(key, settings) } }],
  ['POST without', { method: 'POST' }, 'CSRF Failed: CSRF token missing.'],
  [
    'DELETE with another session’s',
    { method: 'DELETE', headers: { 'x-csrftoken': csrfToken('other', settings) } },
    'CSRF Failed: CSRF token incorrect.',
  ],
  ['HEAD without', { method: 'HEAD' }],
  ['POST without to what is exempt', { method: 'POST', csrfExempt: true }],
];
for (const [what, shown, refusal] of unsafe)
  test(`a session’s ${what}`, async () => {
    const asked = ask({ ...shown, headers: { ...cookie(key), ...shown.headers } });
    if (refusal) await assert.rejects(asked, { name: 'AccessError', status: 403, message: refusal });
    else assert.equal((await asked).session?.csrf, csrfToken(key, settings));
  });
