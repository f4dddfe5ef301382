import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fastify, type InjectOptions } from 'fastify';
import { makePassword } from '#access/password.ts';
import { defaultSettings, type Settings } from '#base/settings.ts';
import { registry } from '#models/registry.ts';
import { testDatabase } from '#test/database.ts';
import { sessionRoutes } from './session-routes.ts';

const { sql } = await testDatabase();
let settings: Settings = { ...defaultSettings, SECRET_KEY: 'x1'.repeat(35), BANNER_TOP: 'hello' };
const server = fastify();
await server.register(sessionRoutes, {
  sql,
  registry,
  settings: () => settings,
  version: '0.1.0',
  netboxVersion: '4.7.3',
});

/** Made by Django with fewer iterations: a login makes it anew. */
const weak = 'pbkdf2_sha256$1000$seasalt$JgZryXe2Ga8ysg6XbzkLpTdyPQrHqsinbL9BnnhgX4A=';
const strong = await makePassword('right');
await sql.unsafe(
  `insert into users_user (id, password, is_superuser, username, first_name, last_name, email, is_active, date_joined)
   values (7, $1, false, 'alice', 'Alice', 'Liddell', 'a@x', true, now()), (8, $2, true, 'root', '', '', '', true, now()),
          (9, $2, false, 'gone', '', '', '', false, now())`,
  [weak, strong],
);

let visitor = 0;
interface Browser {
  headers: Record<string, string>;
}
/** Every browser has an address of its own, so that no test meets the failures of another. */
const browser = (): Browser => ({ headers: { 'x-real-ip': `192.0.2.${++visitor}` } });

async function send({ headers }: Browser, request: InjectOptions) {
  const response = await server.inject({ ...request, headers: { ...headers, ...request.headers } });
  const [cookie] = [response.headers['set-cookie'] ?? []].flat();
  if (cookie) headers.cookie = cookie.split(';')[0]!;
  return {
    status: response.statusCode,
    body: response.body && JSON.parse(response.body),
    cookie,
    headers: response.headers,
  };
}
const login = (who: Browser, username: unknown, password: unknown, headers = {}) =>
  send(who, { method: 'POST', url: '/patchbay/session/', payload: { username, password }, headers });
const look = async (who: Browser) => (await send(who, { url: '/patchbay/session/' })).body;

test('nobody is logged in at first', async () => {
  const { user, csrf, version, netbox_version, settings: shown } = await look(browser());
  assert.deepEqual([user, csrf, version, netbox_version], [null, '', '0.1.0', '4.7.3']);
  assert.deepEqual([shown.BANNER_TOP, shown.LOGIN_REQUIRED, shown.SECRET_KEY], ['hello', true, undefined]);
});

test('logging in, looking, logging out', async () => {
  const who = browser();
  const { status, cookie } = await login(who, 'root', 'right');
  assert.equal(status, 204);
  assert.match(cookie!, /^sessionid=[a-z0-9]{32}; Path=\/; Max-Age=1209600; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  const { user, csrf } = await look(who);
  assert.deepEqual(user, {
    id: 8,
    username: 'root',
    display: 'root',
    first_name: '',
    last_name: '',
    email: '',
    language: '',
    is_superuser: true,
    permissions: ['core.view_objecttype'],
  });
  assert.equal((await send(who, { method: 'DELETE', url: '/patchbay/session/' })).status, 403);
  assert.equal((await look(who)).user.username, 'root');
  const out = await send(who, { method: 'DELETE', url: '/patchbay/session/', headers: { 'x-csrftoken': csrf } });
  assert.deepEqual([out.status, out.cookie?.slice(0, 33)], [204, 'sessionid=; Path=/; Max-Age=0; Ex']);
  assert.equal((await sql.unsafe('select 1 from django_session')).length, 0);
});

test('a second login ends the first session, and the cookie is secure under https', async () => {
  const who = browser();
  const first = await login(who, 'root', 'right');
  const second = await login(who, 'root', 'right', { 'x-forwarded-proto': 'https' });
  assert.notEqual(first.cookie, second.cookie);
  assert.match(second.cookie!, /; Secure$/);
  assert.equal((await sql.unsafe('select 1 from django_session')).length, 1);
});

test('a login notes itself and makes a weak hash anew; a constrained permission is shown', async () => {
  settings = { ...settings, EXEMPT_VIEW_PERMISSIONS: ['dcim.site'] };
  const who = browser();
  await login(who, ' alice ', 'lètmein');
  const { user } = await look(who);
  assert.equal(user.display, 'alice (Alice Liddell)');
  assert.deepEqual(
    user.permissions.filter((name: string) => !/users\.|extras\.|core\./.test(name)),
    ['dcim.view_site'],
  );
  assert.ok(user.permissions.includes('extras.view_bookmark'));
  const [row] = await sql.unsafe('select password, last_login is not null as noted from users_user where id = 7');
  assert.match(row!.password as string, /^pbkdf2_sha256\$1500000\$/);
  assert.equal(row!.noted, 't');
  settings = { ...settings, EXEMPT_VIEW_PERMISSIONS: [] };
});

test('the language that the user prefers is told, as NetBox keeps it', async () => {
  const who = browser();
  await login(who, 'root', 'right');
  await sql.unsafe(`update users_userconfig set data = '{"locale": {"language": "de"}}' where user_id = 8`);
  const { user, settings: shown } = await look(who);
  assert.deepEqual([user.language, shown.DEFAULT_LANGUAGE, shown.TRANSLATION_ENABLED], ['de', 'en-us', true]);
});

const refusals: [what: string, username: unknown, password: unknown, status: number, body: RegExp, headers?: object][] =
  [
    ['a wrong password', 'root', 'wrong', 400, /^\{"detail":"Please enter a correct/],
    ['nobody’s name', 'nobody', 'right', 400, /^\{"detail":"Please enter a correct/],
    ['an inactive user', 'gone', 'right', 400, /^\{"detail":"Please enter a correct/],
    ['another case', 'ROOT', 'right', 400, /^\{"detail":"Please enter a correct/],
    ['no password', 'root', undefined, 400, /^\{"password":\["This field is required."\]\}/],
    ['no text', 5, 'right', 400, /^\{"username":/],
    ['another site’s page', 'root', 'right', 403, /Origin checking failed/, { origin: 'https://evil.example' }],
    ['a page without an origin', 'root', 'right', 403, /Origin checking failed/, { origin: 'null' }],
  ];
for (const [what, username, password, status, body, headers = {}] of refusals)
  test(`no login: ${what}`, async () => {
    const answer = await login(browser(), username, password, headers);
    assert.equal(answer.status, status);
    assert.match(JSON.stringify(answer.body), body);
    assert.equal(answer.cookie, undefined);
  });

const origins: [origin: string, headers: object, trusted: string[]][] = [
  ['http://localhost:80', {}, []],
  ['https://nb.example.org', { 'x-forwarded-host': 'nb.example.org' }, []],
  ['https://nb.example.org', {}, ['https://nb.example.org']],
  ['https://nb.example.org', {}, ['https://*.example.org']],
];
for (const [origin, headers, CSRF_TRUSTED_ORIGINS] of origins)
  test(`a login from ${origin} ${JSON.stringify(headers)} ${CSRF_TRUSTED_ORIGINS}`, async () => {
    settings = { ...settings, CSRF_TRUSTED_ORIGINS };
    const answer = await login(browser(), 'root', 'right', { origin, ...headers });
    assert.equal(answer.status, 204);
    settings = { ...settings, CSRF_TRUSTED_ORIGINS: [] };
  });

test('a body that is not JSON is no login', async () => {
  const payload = '{"username":"root","password":"right"}';
  const asked = (type: string) =>
    send(browser(), { method: 'POST', url: '/patchbay/session/', payload, headers: { 'content-type': type } });
  assert.deepEqual(
    [(await asked('text/plain')).status, (await asked('application/x-www-form-urlencoded')).status],
    [400, 415],
  );
});

test('after five failures the right password is not looked at', async () => {
  const who = browser();
  for (let n = 0; n < 5; n++) assert.equal((await login(who, 'root', 'wrong')).status, 400);
  const { status, headers, body } = await login(who, 'root', 'right');
  assert.equal(status, 429);
  assert.match(String(headers['retry-after']), /^\d+$/);
  assert.match(body.detail, /^Too many failed logins\. Try again in \d+ seconds\.$/);
});

test('/logout/ ends the session and leads home', async () => {
  const who = browser();
  await login(who, 'root', 'right');
  const { status, headers } = await send(who, { url: '/logout/' });
  assert.deepEqual([status, headers.location], [302, '/']);
  assert.equal((await look(who)).user, null);
});

test('in maintenance nobody’s login is noted', async () => {
  settings = { ...settings, MAINTENANCE_MODE: true };
  await sql.unsafe('update users_user set last_login = null where id = 8');
  assert.equal((await login(browser(), 'root', 'right')).status, 204);
  assert.equal((await sql.unsafe('select last_login from users_user where id = 8'))[0]!.last_login, null);
  settings = { ...settings, MAINTENANCE_MODE: false };
});

test('one changes one’s own password: the old one is asked for, the new one must be good, other sessions end', async () => {
  settings = { ...settings, MAINTENANCE_MODE: false };
  const [who, elsewhere] = [browser(), browser()];
  await login(who, 'root', 'right');
  await login(elsewhere, 'root', 'right');
  const { csrf } = await look(who);
  const change = (old_password: string, new_password: string) =>
    send(who, {
      method: 'POST',
      url: '/patchbay/session/password/',
      payload: { old_password, new_password },
      headers: { 'x-csrftoken': csrf },
    });
  assert.deepEqual(Object.keys((await change('wrong', 'Another-one-1')).body), ['old_password']);
  assert.deepEqual((await change('right', 'roots')).body, {
    new_password: [
      'This password is too short. It must contain at least 12 characters.',
      'Password must have at least one numeral.',
    ],
  });
  assert.equal((await change('right', 'Another-one-1')).status, 204);
  assert.deepEqual([(await look(who)).user.username, (await look(elsewhere)).user], ['root', null]);
  assert.equal((await login(browser(), 'root', 'right')).status, 400);
  assert.equal((await login(browser(), 'root', 'Another-one-1')).status, 204);
  assert.equal(
    (await send(browser(), { method: 'POST', url: '/patchbay/session/password/', payload: {} })).status,
    403,
  );
});
