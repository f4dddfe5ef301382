import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { type JWTPayload, UnsecuredJWT } from 'jose';
import { testDatabase } from '#test/database.ts';
import { forgingProvider } from './forging-provider.ts';
import { oidcEnvironment } from './oidc-environment.ts';
import { openPatchbay } from './patchbay.ts';
import { Visitor } from './visitor.ts';

const database = await testDatabase();
const provider = await forgingProvider();
const end = `${provider.issuer}end-session/`;
const environment = oidcEnvironment(provider);
const { address } = await openPatchbay(database, environment);

async function loggedIn(at = address): Promise<Visitor> {
  const visitor = new Visitor(at);
  await visitor.logIn('oidc');
  return visitor;
}

async function target(settings: Record<string, unknown>): Promise<string> {
  const { address: at } = await openPatchbay(database, { ...environment, SETTINGS_JSON: JSON.stringify(settings) });
  const visitor = await loggedIn(at);
  const location = (await visitor.send('/logout/')).headers.get('location')!;
  assert.equal((await visitor.session()).user, null);
  return location.replaceAll(at, 'https://here').replaceAll(encodeURIComponent(at), encodeURIComponent('https://here'));
}

const then = `post_logout_redirect_uri=${encodeURIComponent('https://here/oauth/complete/oidc/')}`;
const targets: [what: string, settings: Record<string, unknown>, location: RegExp][] = [
  ['nothing given: the provider', {}, new RegExp(`^${end}\\?.*${then}.*id_token_hint=ey`)],
  ['the provider’s own end', { LOGOUT_REDIRECT_URL: end }, new RegExp(`^${end}\\?.*id_token_hint=ey`)],
  ['without a slash', { LOGOUT_REDIRECT_URL: end.slice(0, -1) }, new RegExp(`^${end}\\?.*id_token_hint=ey`)],
  [
    'as the page prints it',
    { LOGOUT_REDIRECT_URL: end.replace('/netbox/', '//') },
    new RegExp(`^${end}\\?.*id_token_hint=ey`),
  ],
  [
    'another address',
    { LOGOUT_REDIRECT_URL: 'https://intranet.example/bye?a=b' },
    /^https:\/\/intranet\.example\/bye\?a=b$/,
  ],
  ['a path', { LOGOUT_REDIRECT_URL: '/login/' }, /^\/login\/$/],
  ['here alone', { SSO_SINGLE_LOGOUT: false }, /^\/$/],
  [
    'somewhere of one’s own',
    { SSO_POST_LOGOUT_REDIRECT_URL: 'https://bye.example/' },
    /post_logout_redirect_uri=https%3A%2F%2Fbye\.example%2F/,
  ],
];
for (const [what, settings, location] of targets)
  test(`logout: ${what}`, async () => {
    assert.match(await target(settings), location);
  });

test('a page’s logout is told where to go, a local account’s nowhere', async () => {
  const visitor = await loggedIn();
  const { csrf } = await visitor.session();
  const response = await visitor.send('/patchbay/session/', { method: 'DELETE', headers: { 'x-csrftoken': csrf } });
  assert.match(((await response.json()) as { redirect: string }).redirect, /end-session\/\?/);
  assert.equal((await visitor.session()).user, null);
});

test('the address that providers know leads to the login page after a logout', async () => {
  const response = await new Visitor(address).send('/oauth/complete/oidc/?state=x');
  assert.deepEqual([response.status, response.headers.get('location')], [302, '/login/']);
});

test('the provider down: the logout here is one all the same', async () => {
  const fresh = await forgingProvider();
  const { address: at } = await openPatchbay(database, oidcEnvironment(fresh));
  const visitor = await loggedIn(at);
  await fresh.stop();
  assert.equal((await visitor.send('/logout/')).status, 302);
  assert.equal((await visitor.session()).user, null);
  await fresh.start();
});

const event = { 'http://schemas.openid.net/event/backchannel-logout': {} };
const right = (): JWTPayload => ({
  iss: provider.issuer,
  aud: provider.clientId,
  iat: Math.floor(Date.now() / 1000),
  exp: Math.floor(Date.now() / 1000) + 60,
  jti: randomUUID(),
  sub: 'alice-id',
  events: event,
});
const logOut = async (token: string) =>
  fetch(`${address}/oauth/backchannel-logout/oidc/`, {
    method: 'POST',
    body: new URLSearchParams({ logout_token: token }),
  });

test('back-channel logout ends the right sessions', async () => {
  const at = async (sid: string, sub: string) => {
    provider.forgery = { idToken: (claims) => ({ ...claims, sid, sub }) };
    provider.claims = { sub, preferred_username: sub };
    const visitor = await loggedIn();
    assert.ok((await visitor.session()).user.username.startsWith(sub.slice(0, 3)));
    return visitor;
  };
  const [one, two, other] = [await at('s1', 'alice-id'), await at('s2', 'alice-id'), await at('s3', 'bob-id')];
  provider.forgery = {};
  const running = async () =>
    Promise.all([one, two, other].map(async (visitor) => (await visitor.session()).user !== null));
  assert.equal((await logOut(await provider.sign({ ...right(), sid: 's1' }))).status, 200);
  assert.deepEqual(await running(), [false, true, true]);
  assert.equal((await logOut(await provider.sign(right()))).status, 200);
  assert.deepEqual(await running(), [false, false, true]);
});

const forged: [what: string, token: () => Promise<string>][] = [
  ['no token', async () => ''],
  ['nonsense', async () => 'a.b.c'],
  ['no signature', async () => new UnsecuredJWT(right()).encode()],
  ['another issuer', () => provider.sign({ ...right(), iss: 'https://evil.example/' })],
  ['another client', () => provider.sign({ ...right(), aud: 'other' })],
  ['an id_token', () => provider.sign({ ...right(), events: undefined })],
  ['a nonce', () => provider.sign({ ...right(), nonce: 'n' })],
  ['nobody', () => provider.sign({ ...right(), sub: undefined } as unknown as JWTPayload)],
  ['expired', () => provider.sign({ ...right(), iat: 1000, exp: 2000 })],
  ['an hour old', () => provider.sign({ ...right(), iat: Math.floor(Date.now() / 1000) - 3600 })],
];
for (const [what, token] of forged)
  test(`back-channel logout is refused: ${what}`, async () => {
    provider.claims = { sub: 'alice-id', preferred_username: 'alice-id' };
    const visitor = await loggedIn();
    const response = await logOut(await token());
    assert.equal(response.status, 400);
    assert.equal(((await response.json()) as { error: string }).error, 'invalid_request');
    assert.notEqual((await visitor.session()).user, null);
  });

test('one’s own sessions are listed, and ended', async () => {
  const [one, two] = [await loggedIn(), await loggedIn()];
  const { results } = await one.json('/patchbay/session/sessions/');
  const current = results.filter((session: { current: boolean }) => session.current);
  assert.equal(current.length, 1);
  assert.deepEqual([current[0].provider, current[0].address], ['oidc', '127.0.0.1']);
  assert.equal(JSON.stringify(results).includes(one.cookies.get('sessionid')!), false);
  const { csrf } = await one.session();
  const headers = { 'x-csrftoken': csrf };
  const { results: before } = await two.json('/patchbay/session/sessions/');
  const other = before.find((session: { current: boolean }) => session.current).id;
  assert.equal((await one.send(`/patchbay/session/sessions/${other}/`, { method: 'DELETE' })).status, 403);
  assert.equal((await one.send(`/patchbay/session/sessions/${other}/`, { method: 'DELETE', headers })).status, 204);
  assert.equal((await one.send(`/patchbay/session/sessions/${other}/`, { method: 'DELETE', headers })).status, 404);
  assert.equal((await two.session()).user, null);
  const three = await loggedIn();
  const { ended } = await one.json('/patchbay/session/sessions/', { method: 'DELETE', headers });
  assert.ok(ended >= 1);
  assert.deepEqual([(await three.session()).user, (await one.session()).user !== null], [null, true]);
  assert.equal((await new Visitor(address).send('/patchbay/session/sessions/')).status, 403);
});

test('a session ends when it has lasted as long as any may, however much it is used', async () => {
  const { address: at } = await openPatchbay(database, {
    ...environment,
    LOGIN_PERSISTENCE: 'true',
    SETTINGS_JSON: '{"SESSION_ABSOLUTE_TIMEOUT": 2}',
  });
  const visitor = await loggedIn(at);
  assert.notEqual((await visitor.session()).user, null);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  assert.equal((await visitor.session()).user, null);
});
