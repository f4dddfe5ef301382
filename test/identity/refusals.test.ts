import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import * as oidc from 'openid-client';
import { testDatabase } from '#test/database.ts';
import { begin, callback, discover, exchange, loggedOut, logIn, password, prepare, signIn } from './netbox-client.ts';
import { serveIdentity } from './serve-identity.ts';
import { formIn, Visitor } from './visitor.ts';

const server = await serveIdentity(await testDatabase());
const { make, change, sql } = server;
await make('users', { username: 'alice', email: 'alice@company', password });
await prepare(server, { signing_key: 'authentik Self-signed Certificate' });
await prepare(server, { client_id: 'other', signing_key: 'authentik Self-signed Certificate' });
await prepare(server, {
  client_id: 'pattern',
  redirect_uris: [{ matching_mode: 'regex', url: 'https://[a-z]+\\.company/cb' }],
});
await prepare(server, { client_id: 'spa', client_type: 'public' });

/** Signed in by the first login; a password takes its time. */
const visitor = new Visitor(server.address);
const scope = 'openid profile offline_access';
await logIn(server, { visitor, scope });

const post = async (path: string, form: Record<string, string>, client: string | null = 'netbox') => {
  const basic = Buffer.from(`${client}:secret of ${client}`).toString('base64');
  const response = await fetch(`${server.address}/application/o/${path}/`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: client === null ? {} : { authorization: `Basic ${basic}` },
  });
  const text = await response.text();
  // biome-ignore lint/suspicious/noExplicitAny: whatever the server answers
  return { status: response.status, body: (text.startsWith('{') ? JSON.parse(text) : text) as any };
};
const isActive = async (token: string, client = 'netbox'): Promise<boolean> =>
  (await post('introspect', { token }, client)).body.active;

const host = 'https://netbox.company';
const lookAlikes: readonly string[] = [
  `${callback}more`,
  `${callback}?a=b`,
  `${callback}#a`,
  callback.slice(0, -1),
  `${host}/`,
  `${host}.evil.com/oauth/complete/oidc/`,
  `${host}@evil.com/oauth/complete/oidc/`,
  `https://user:pass@netbox.company/oauth/complete/oidc/`,
  `https://evilnetbox.company/oauth/complete/oidc/`,
  `https://NETBOX.company/oauth/complete/oidc/`,
  `${host}/OAuth/complete/oidc/`,
  `${host}/oauth/complete/../complete/oidc/`,
  `${host}/oauth/complete/oidc/../../../evil`,
  `${host}/oauth/complete//oidc/`,
  `${host}/oauth/complete/oidc%2f`,
  `${host}\\@evil.com/oauth/complete/oidc/`,
  `${host}:8443/oauth/complete/oidc/`,
  'http://netbox.company/oauth/complete/oidc/',
  '//netbox.company/oauth/complete/oidc/',
  ` ${callback}`,
  `${callback}\u0000`,
  'javascript:alert(1)//netbox.company/oauth/complete/oidc/',
  loggedOut,
];
const patterned: readonly string[] = [
  'https://netbox.company/cb/more',
  'https://netbox.company/cb?a=b',
  'https://evil.com/https://netbox.company/cb',
  'https://netboxxcompany/cb',
  'https://net1.company/cb',
  'https://netbox.company@evil.com/cb',
  'https://NETBOX.company/cb',
  'https://netbox.company/cb#x',
  'https://netbox.company/x/../cb',
  'https://netbox.company/cb\n',
];
for (const [client, uris] of [
  ['netbox', lookAlikes],
  ['pattern', patterned],
] as const)
  for (const redirect_uri of uris)
    test(`${client}: ${JSON.stringify(redirect_uri)} is no registered redirect URI`, async () => {
      const configuration = await discover(server, client);
      const { url } = await begin(configuration, { redirect_uri });
      const answer = await visitor.ask(url.href);
      assert.equal(answer.status, 400);
      assert.equal(answer.location, undefined);
      assert.match(answer.text, /invalid_redirect_uri|not registered|null characters/);
    });

test('a URI that a pattern fits as a whole is one', async () => {
  const { url } = await begin(await discover(server, 'pattern'), { redirect_uri: 'https://netbox.company/cb' });
  assert.ok((await visitor.open(url.href)).location?.startsWith('https://netbox.company/cb?code='));
});

test('two redirect URIs in one request are refused', async () => {
  const { url } = await begin(await discover(server));
  const answer = await visitor.ask(`${url.href}&redirect_uri=${encodeURIComponent('https://evil.com/')}`);
  assert.equal(answer.status, 400);
  assert.equal(answer.location, undefined);
});

test('a code that is used twice is refused, and the tokens that it had given are revoked', async () => {
  const { client, begun, answer, tokens } = await logIn(server, { visitor, scope });
  assert.equal(await isActive(tokens.access_token), true);
  await assert.rejects(
    exchange(client, begun, answer),
    /unexpected HTTP response status code|invalid_grant|server responded/,
  );
  assert.equal(await isActive(tokens.access_token), false);
  assert.equal(await isActive(tokens.refresh_token!), false);
  await assert.rejects(oidc.fetchUserInfo(client, tokens.access_token, tokens.claims()!.sub));
});

test('of two who use a code at once, one gets nothing', async () => {
  const client = await discover(server);
  const begun = await begin(client, { scope });
  const answer = await signIn(visitor, begun.url);
  const tries = await Promise.allSettled([1, 2, 3].map(() => exchange(client, begun, answer)));
  assert.ok(tries.filter(({ status }) => status === 'fulfilled').length <= 1);
});

test('a code of another client is refused', async () => {
  const client = await discover(server);
  const begun = await begin(client, { scope });
  const { location } = await signIn(visitor, begun.url);
  const code = new URL(location!).searchParams.get('code')!;
  const form = { grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: begun.verifier };
  assert.equal((await post('token', form, 'other')).body.error, 'invalid_grant');
});

test('PKCE cannot be left out at the end, guessed, made plain, or left out by a public client', async () => {
  const client = await discover(server);
  const codeOf = async (parameters: Record<string, string> = {}) => {
    const begun = await begin(client, parameters);
    return { begun, location: new URL((await signIn(visitor, begun.url)).location!) };
  };
  const { location } = await codeOf();
  const form = { grant_type: 'authorization_code', redirect_uri: callback, code: location.searchParams.get('code')! };
  assert.equal((await post('token', form)).body.error, 'invalid_grant');
  const other = oidc.randomPKCECodeVerifier();
  assert.equal((await post('token', { ...form, code_verifier: other })).body.error, 'invalid_grant');
  const plain = await codeOf({ code_challenge_method: 'plain', code_challenge: other });
  assert.equal(plain.location.searchParams.get('error'), 'invalid_request');
  const bare = new URL((await begin(await discover(server, 'spa'))).url);
  for (const name of ['code_challenge', 'code_challenge_method']) bare.searchParams.delete(name);
  const answer = await visitor.open(bare.href);
  assert.equal(new URL(answer.location!).searchParams.get('error'), 'invalid_request');
});

test('a refresh token that is used twice revokes the whole family', async () => {
  const { client, tokens } = await logIn(server, { visitor, scope });
  const next = await oidc.refreshTokenGrant(client, tokens.refresh_token!);
  await assert.rejects(oidc.refreshTokenGrant(client, tokens.refresh_token!));
  assert.equal(await isActive(next.refresh_token!), false);
  assert.equal(await isActive(next.access_token), false);
  await assert.rejects(oidc.refreshTokenGrant(client, next.refresh_token!));
});

test('another client can neither use nor revoke a refresh token', async () => {
  const { tokens } = await logIn(server, { visitor, scope });
  const token = tokens.refresh_token!;
  const refreshed = await post('token', { grant_type: 'refresh_token', refresh_token: token }, 'other');
  assert.equal(refreshed.body.error, 'invalid_grant');
  assert.equal((await post('revoke', { token }, 'other')).status, 400);
  assert.equal(await isActive(token), true);
  assert.equal((await post('revoke', { token })).status, 200);
  assert.equal(await isActive(token), false);
});

test('a client without its secret, or with a wrong one, is refused', async () => {
  const form = { grant_type: 'client_credentials' };
  assert.equal((await post('token', form)).status, 200);
  assert.equal((await post('token', { ...form, client_id: 'netbox' }, null)).status, 401);
  assert.equal((await post('token', { ...form, client_id: 'netbox', client_secret: 'wrong' }, null)).status, 401);
  assert.equal((await post('token', form, 'nobody')).status, 401);
  assert.equal((await post('token', { ...form, client_id: 'spa' }, null)).body.error, 'invalid_request');
});

test('an id_token_hint that is unsigned, or signed with what everybody knows, ends no session', async () => {
  const { client, tokens } = await logIn(server, { visitor, scope });
  const { jwks_uri, end_session_endpoint } = client.serverMetadata();
  const claims = { ...tokens.claims()! } as Record<string, unknown>;
  const { keys } = (await (await fetch(jwks_uri!)).json()) as { keys: Record<string, string>[] };
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = await exportJWK(publicKey);
  // The public key as the secret of HS256: a verifier that lets the token choose would believe it.
  const confused = Buffer.from(JSON.stringify(keys[0]));
  const forged = {
    none: new UnsecuredJWT(claims).encode(),
    HS256: await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: keys[0]!.kid! }).sign(confused),
    'another key': await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: keys[0]!.kid! }).sign(privateKey),
    'a key in the token itself': await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', jwk }).sign(privateKey),
    'a cut signature': tokens.id_token!.slice(0, -8),
  };
  for (const [how, hint] of Object.entries(forged)) {
    const answer = await visitor.ask(`${end_session_endpoint}?id_token_hint=${hint}`);
    assert.equal(answer.status, 400, `${how}: ${answer.text}`);
  }
  assert.ok((await logIn(server, { visitor, scope })).tokens);
});

test('a post_logout_redirect_uri that is not registered is refused', async () => {
  const { client, tokens } = await logIn(server, { visitor, scope });
  const { end_session_endpoint } = client.serverMetadata();
  const ask = (uri: string) =>
    visitor.ask(
      `${end_session_endpoint}?id_token_hint=${tokens.id_token}&post_logout_redirect_uri=${encodeURIComponent(uri)}`,
    );
  for (const uri of [`${loggedOut}x`, `${loggedOut}?a`, 'https://evil.com/', callback, loggedOut.toUpperCase()]) {
    const answer = await ask(uri);
    assert.equal(answer.status, 400, uri);
    assert.match(answer.text, /post_logout_redirect_uri not registered/);
  }
  assert.equal((await ask(loggedOut)).status, 200);
});

test('whoever is not active any more gets no tokens, and an application that is not for a user says so', async () => {
  const { client, tokens } = await logIn(server, { visitor, scope });
  const [{ id } = { id: '' }] = await sql.unsafe<{ id: string }[]>('select id::text from patchbay.identity_user');
  await change('users', id, { is_active: false });
  await assert.rejects(oidc.refreshTokenGrant(client, tokens.refresh_token!));
  await assert.rejects(oidc.fetchUserInfo(client, tokens.access_token, tokens.claims()!.sub));
  const begun = await begin(client);
  assert.match((await visitor.open(begun.url.href)).text, /Sign in to NETBOX/);
  await change('users', id, { is_active: true });
  await make('groups', { name: 'few' });
  await prepare(server, { client_id: 'closed' }, { groups: ['few'] });
  const fresh = new Visitor(server.address);
  const page = await signIn(fresh, (await begin(await discover(server, 'closed'))).url);
  assert.match(page.text, /alice may not use CLOSED/);
  const back = await fresh.send(formIn(page).action, { denied: 'back' });
  assert.equal(new URL(back.location!).searchParams.get('error'), 'access_denied');
  await change('users', id, { groups: ['few'] });
  assert.ok((await logIn(server, { slug: 'closed', visitor: fresh })).tokens);
});

test('passwords are tried five times, then no more, not even the right one', async () => {
  const guesser = new Visitor(server.address);
  const { action } = formIn(await guesser.open((await begin(await discover(server))).url.href));
  const from = { 'x-forwarded-for': '192.0.2.7', origin: server.address };
  const attempt = (text: string) =>
    guesser.open(action, {
      method: 'POST',
      body: new URLSearchParams({ username: 'alice', password: text }),
      headers: from,
    });
  const tries = await Promise.all(Array.from({ length: 5 }, (_, index) => attempt(`guess ${index}`)));
  assert.deepEqual(
    tries.map(({ status }) => status),
    Array(5).fill(400),
  );
  const last = await attempt(password);
  assert.equal(last.status, 429);
  assert.match(last.text, /Too many failed logins/);
});

test('codes of devices are tried five times, then no more', async () => {
  const guesser = new Visitor(server.address);
  const attempt = () => guesser.ask('/device?user_code=AAAA-BBBB', { headers: { 'x-forwarded-for': '192.0.2.8' } });
  for (let index = 0; index < 5; index++) assert.equal((await attempt()).status, 400);
  assert.equal((await attempt()).status, 429);
});

test('a form of another site is refused, and an interaction of another browser', async () => {
  const { url } = await begin(await discover(server));
  const page = await new Visitor(server.address).open(url.href);
  const { action } = formIn(page);
  const body = new URLSearchParams({ username: 'alice', password });
  const stranger = await new Visitor(server.address).open(action, { method: 'POST', body });
  assert.equal(stranger.status, 400);
  assert.match(stranger.text, /expired/);
  const own = new Visitor(server.address);
  const ownAction = formIn(await own.open(url.href)).action;
  const foreign = await own.ask(ownAction, { method: 'POST', body, headers: { origin: 'https://evil.com' } });
  assert.equal(foreign.status, 403);
});
