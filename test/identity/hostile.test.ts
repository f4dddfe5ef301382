import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeJwt, SignJWT } from 'jose';
import * as oidc from 'openid-client';
import { testDatabase } from '#test/database.ts';
import { begin, logIn, password, prepare } from './netbox-client.ts';
import { serveIdentity } from './serve-identity.ts';
import { formIn, Visitor } from './visitor.ts';

/** What no client sends by accident, and what people are really called: never a fault of ours. */
const server = await serveIdentity(await testDatabase());
const { make, address, sql } = server;
await make('users', { username: 'alice', password });
await prepare(server, { signing_key: 'authentik Self-signed Certificate' });
const visitor = new Visitor(address);
const { client, tokens } = await logIn(server, { visitor });

const odd = [
  '',
  '\0',
  'a\0b',
  ' ',
  '\r\nX-Injected: 1',
  'ü',
  '𝒳',
  '\ud800',
  '%00',
  '%',
  '../..',
  '[]',
  '{"a":1}',
  "'; drop table x; --",
  '"><script>alert(1)</script>',
  '-1',
  '1e309',
  '9'.repeat(400),
  'a'.repeat(6000),
  'true',
  'null',
  '__proto__',
  'constructor',
];

/** Without halves of characters, which addresses cannot have. */
const wellFormed = (text: string) => Buffer.from(text).toString();

const status = async (path: string, init: RequestInit = {}): Promise<number> => {
  const response = await fetch(`${address}${path}`, { redirect: 'manual', ...init });
  const text = await response.text();
  assert.ok(
    response.status < 500,
    `${response.status} ${init.method ?? 'GET'} ${path.slice(0, 200)} ${text.slice(0, 300)}`,
  );
  assert.equal(response.headers.get('x-injected'), null);
  return response.status;
};

test('authorize: every parameter with odd values, twice, and left out', async () => {
  const { url } = await begin(client);
  const more = ['prompt', 'max_age', 'id_token_hint', 'login_hint', 'acr_values', 'ui_locales', 'claims', 'display'];
  const names = [
    ...url.searchParams.keys(),
    ...more,
    'request',
    'request_uri',
    'response_mode',
    'resource',
    'dpop_jkt',
  ];
  for (const name of names) {
    for (const value of odd) {
      const changed = new URL(url);
      changed.searchParams.set(name, value);
      await status(`${changed.pathname}${changed.search}`);
    }
    const twice = new URL(url);
    twice.searchParams.append(name, 'x');
    twice.searchParams.append(name, 'y');
    await status(`${twice.pathname}${twice.search}`);
    twice.searchParams.delete(name);
    await status(`${twice.pathname}${twice.search}`);
    await status(`${twice.pathname}${twice.search}&${name}[a]=b&${name}=%ff%fe&${name}=%`);
    await status(twice.pathname, { method: 'POST', body: `${twice.searchParams}&${name}=%ff%`, headers: form });
  }
  await status('/application/o/authorize/?client_id=netbox&&&=&=a&a');
});

test('authorize by POST: more than an address holds is refused', async () => {
  const long = { method: 'POST', body: `client_id=netbox&state=${'x'.repeat(40_000)}`, headers: form };
  assert.equal(await status('/application/o/authorize/', long), 400);
  assert.equal(await status('/application/o/netbox/end-session/', long), 400);
  const json = { method: 'POST', body: '['.repeat(40_000), headers: { 'content-type': 'application/json' } };
  assert.equal(await status('/application/o/authorize/', json), 400);
});

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
const own = basic('netbox:secret of netbox');

test('token, introspect, revoke, device: odd values, bodies, types and credentials', async () => {
  const names: Record<string, readonly string[]> = {
    token: [
      'grant_type',
      'code',
      'redirect_uri',
      'code_verifier',
      'refresh_token',
      'scope',
      'device_code',
      'client_id',
      'client_secret',
      'client_assertion',
    ],
    introspect: ['token', 'token_type_hint', 'client_id'],
    revoke: ['token', 'token_type_hint', 'client_id'],
    device: ['client_id', 'scope', 'max_age', 'claims', 'nonce', 'login_hint', 'acr_values'],
  };
  const grants = [
    'authorization_code',
    'refresh_token',
    'client_credentials',
    'urn:ietf:params:oauth:grant-type:device_code',
    'password',
    'implicit',
  ];
  for (const [path, parameters] of Object.entries(names)) {
    const url = `/application/o/${path}/`;
    for (const name of parameters)
      for (const value of odd)
        for (const headers of [{ ...form, ...own }, form]) {
          const grant_type = grants[value.length % grants.length]!;
          const body = new URLSearchParams({ grant_type, [name]: value });
          await status(url, { method: 'POST', body, headers });
        }
    for (const body of ['%', '%ff=%fe', 'a=b&a=c', '&&', '\0', '{"token":"x"}', 'token=a&token=b', 'x'.repeat(200_000)])
      for (const type of [
        'application/x-www-form-urlencoded',
        'application/json',
        'multipart/form-data',
        'text/plain',
        'nonsense',
        '',
      ])
        await status(url, { method: 'POST', body, headers: { ...own, 'content-type': type } });
    for (const credentials of [
      '',
      ':',
      'netbox',
      'netbox:',
      ':x',
      '%:%',
      'netbox:%zz',
      '\0:\0',
      'ü:ü',
      'netbox:secret of netbox:x',
      'a'.repeat(8000),
    ])
      await status(url, { method: 'POST', body: 'token=a', headers: { ...form, ...basic(credentials) } });
    for (const authorization of ['Basic', 'Basic ', 'Basic ###', 'Bearer x', 'x', 'Basic a b c'])
      await status(url, { method: 'POST', body: 'token=a', headers: { ...form, authorization } });
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) await status(url, { method });
  }
});

test('userinfo: odd tokens in the header, the form and the query', async () => {
  for (const value of odd.filter((text) => !/[^\x20-\x7e]/.test(text))) {
    await status('/application/o/userinfo/', { headers: { authorization: `Bearer ${value}` } });
    await status('/application/o/userinfo/', { headers: { authorization: value || 'x', dpop: value || 'x' } });
  }
  for (const value of odd) {
    const body = new URLSearchParams({ access_token: value });
    assert.equal(await status('/application/o/userinfo/', { method: 'POST', body }), 401);
    assert.ok((await status(`/application/o/userinfo/?access_token=${encodeURIComponent(wellFormed(value))}`)) >= 400);
  }
  assert.equal(
    await status('/application/o/userinfo/', { headers: { authorization: `Bearer ${'a'.repeat(200_000)}` } }),
    431,
  );
});

test('slugs, interactions, codes of devices and logouts by odd names', async () => {
  for (const value of [...odd.map((text) => encodeURIComponent(wellFormed(text))), '%ff', '%c0%80', '%', '%E0%A4']) {
    for (const path of ['.well-known/openid-configuration', 'jwks/', 'end-session/', 'end-session/success'])
      await status(`/application/o/${value}/${path}`);
    for (const path of ['/application/o/authorize/', '/device/', '/identity/interaction/', '/identity/']) {
      await status(`${path}${value}`);
      await status(`${path}${value}`, {
        method: 'POST',
        body: `username=${value}&password=${value}&code=${value}`,
        headers: { ...form, origin: new URL(address).origin },
      });
    }
    await status(`/device?user_code=${value}`, { headers: { 'x-forwarded-for': `198.51.100.${value.length % 250}` } });
    for (const name of ['id_token_hint', 'post_logout_redirect_uri', 'state', 'client_id', 'logout_hint', 'ui_locales'])
      await status(`/application/o/netbox/end-session/?${name}=${value}`);
  }
});

test('odd cookies and headers', async () => {
  for (const value of odd.filter((text) => !/[^\x20-\x7e]/.test(text))) {
    for (const name of [
      'identity_session',
      'identity_session.sig',
      'identity_interaction',
      'identity_resume',
      'identity_sign_in',
    ])
      await status('/identity/', { headers: { cookie: `${name}=${value}` } });
    for (const name of [
      'x-forwarded-for',
      'x-forwarded-proto',
      'x-forwarded-host',
      'origin',
      'accept',
      'accept-language',
    ])
      await status('/application/o/netbox/.well-known/openid-configuration', { headers: { [name]: value || 'x' } });
  }
});

test('names and passwords that nobody has', async () => {
  const stranger = new Visitor(address);
  const { action } = formIn(await stranger.open((await begin(client)).url.href));
  for (const [index, value] of [...odd, 'x'.repeat(100_000)].entries()) {
    const body = new URLSearchParams({ username: value, password: value });
    const headers = { origin: new URL(address).origin, 'x-forwarded-for': `203.0.113.${index}` };
    const answer = await stranger.ask(action, { method: 'POST', body, headers });
    assert.ok(answer.status === 400 || answer.status === 413, `${answer.status} ${value.slice(0, 40)}`);
  }
});

const people = ['Ünïcode Übersøn', 'o\'brien "quoted"', '名前', 'a\\b', '<b>x</b>', '%s', 'user+tag@company', '𝒳'];
for (const username of people)
  test(`somebody is called ${username}, and so is a group`, async () => {
    const group = `${username}, "${username}" & 'co'`;
    await make('groups', { name: group });
    await make('users', { username, name: username, password, groups: [group], attributes: { 'a"b': [username] } });
    const { client: other, tokens: given } = await logIn(server, { username });
    const told = await oidc.fetchUserInfo(other, given.access_token, given.claims()!.sub);
    assert.equal(told.preferred_username, username);
    assert.deepEqual(told.groups, [group]);
    assert.deepEqual(decodeJwt(given.access_token).groups, [group]);
  });

test('somebody in a thousand groups logs in, and everything can be asked with the token', async () => {
  const groups = Array.from({ length: 1000 }, (_, index) => `group "${index}" of the network ü`);
  await sql.unsafe('insert into patchbay.identity_group (name) select jsonb_array_elements_text($1::jsonb)', [
    JSON.stringify(groups),
  ]);
  const id = await make('users', { username: 'many', password });
  await sql.unsafe(
    `insert into patchbay.identity_membership (user_id, group_id)
     select $1, id from patchbay.identity_group where name like 'group "%'`,
    [id],
  );
  const { client: other, tokens: given } = await logIn(server, { username: 'many' });
  assert.equal((decodeJwt(given.access_token).groups as string[]).length, 1000);
  const told = await oidc.fetchUserInfo(other, given.access_token, given.claims()!.sub);
  assert.equal((told.groups as string[]).length, 1000);
  const { active, groups: named } = await oidc.tokenIntrospection(other, given.access_token);
  assert.equal(active, true);
  assert.equal((named as string[]).length, 1000);
  await oidc.tokenRevocation(other, given.access_token);
  assert.equal((await oidc.tokenIntrospection(other, given.access_token)).active, false);
});

test('an access token is no key to anything else, and an id_token from the future or the past no hint', async () => {
  const claims = decodeJwt(tokens.id_token!);
  const key = new TextEncoder().encode('secret of netbox');
  for (const change of [
    { exp: 1 },
    { iat: 2 ** 40 },
    { nbf: 2 ** 40 },
    { exp: -1 },
    { iat: 'x' },
    { aud: ['a', 'netbox'] },
  ]) {
    const hint = await new SignJWT({ ...claims, ...(change as object) }).setProtectedHeader({ alg: 'HS256' }).sign(key);
    await status(`/application/o/netbox/end-session/?id_token_hint=${hint}`);
    const { url } = await begin(client, { id_token_hint: hint, prompt: 'none' });
    await status(`${url.pathname}${url.search}`);
  }
  await status(`/application/o/netbox/end-session/?id_token_hint=${tokens.access_token}`);
});
