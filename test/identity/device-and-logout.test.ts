import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import { testDatabase } from '#test/database.ts';
import { begin, discover, loggedOut, logIn, password, prepare, signIn } from './netbox-client.ts';
import { serveIdentity } from './serve-identity.ts';
import { type Answer, formIn, Visitor } from './visitor.ts';

/** What applications are told over the back channel. */
const told: { path: string; token: string }[] = [];
const listener = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    told.push({ path: request.url ?? '', token: new URLSearchParams(body).get('logout_token') ?? '' });
    response.end();
  });
}).listen(0, '127.0.0.1');
after(() => listener.close());
await once(listener, 'listening');
const backChannel = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;

const server = await serveIdentity(await testDatabase());
const { make, address, sql } = server;
await make('users', { username: 'alice', password });
const signing_key = 'authentik Self-signed Certificate';
await make('keys', { name: 'elliptic', algorithm: 'ES256' });
await prepare(server, { signing_key, logout_uri: `${backChannel}/netbox` });
await prepare(server, { client_id: 'other', signing_key: 'elliptic', logout_uri: `${backChannel}/other` });
await prepare(server, { client_id: 'tv', client_type: 'public', signing_key });

/** Sends the first form of a page as it stands, as a script of it would. */
const pass = (visitor: Visitor, page: Answer, more: Record<string, string> = {}) => {
  const { action, values } = formIn(page);
  return visitor.send(action, { ...values, ...more });
};

test('a device is let in by its code, is told so when it asks, and refreshes', async () => {
  const client = await discover(server, 'netbox');
  const device = await oidc.initiateDeviceAuthorization(client, { scope: 'openid profile offline_access' });
  assert.equal(device.verification_uri, `${address}/device`);
  assert.match(device.user_code, /^[A-Z]{4}-[A-Z]{4}$/);
  const pending = oidc.pollDeviceAuthorizationGrant(client, { ...device, interval: 1 });
  const visitor = new Visitor(address);
  assert.match((await visitor.open('/device')).text, /Enter the code/);
  // As people type it: small letters, no dash.
  const typed = device.user_code.toLowerCase().replace('-', '');
  const confirm = await pass(visitor, await visitor.open(`/device?user_code=${typed}`));
  assert.match(confirm.text, new RegExp(`NETBOX[\\s\\S]*${device.user_code}`));
  const asked = await pass(visitor, confirm);
  assert.match(asked.text, /Sign in to NETBOX/);
  const done = await visitor.send(formIn(asked).action, { username: 'alice', password });
  assert.match(done.text, /The device is in/);
  const tokens = await pending;
  assert.equal(tokens.claims()!.preferred_username, 'alice');
  const refreshed = await oidc.refreshTokenGrant(client, tokens.refresh_token!);
  assert.equal(refreshed.claims()!.sub, tokens.claims()!.sub);
  const again = await visitor.open(`/device?user_code=${typed}`);
  assert.match((await pass(visitor, again)).text, /used already|no such code/);
});

test('a device that is refused is told so; one of a public client needs no secret', async () => {
  const client = await oidc.discovery(new URL(`${address}/application/o/tv/`), 'tv', undefined, oidc.None(), {
    execute: [oidc.allowInsecureRequests],
    timeout: 120,
  });
  const device = await oidc.initiateDeviceAuthorization(client, { scope: 'openid' });
  const visitor = new Visitor(address);
  const confirm = await pass(visitor, await visitor.open(device.verification_uri_complete!));
  const refused = await pass(visitor, confirm, { abort: 'yes' });
  assert.match(refused.text, /The device was refused/);
  await assert.rejects(oidc.pollDeviceAuthorizationGrant(client, { ...device, interval: 1 }), {
    error: 'access_denied',
  });
});

test('client credentials give a token for the client itself', async () => {
  const client = await discover(server);
  const tokens = await oidc.clientCredentialsGrant(client, { scope: 'profile' });
  const facts = await oidc.tokenIntrospection(client, tokens.access_token);
  assert.equal(facts.active, true);
  assert.equal(facts.client_id, 'netbox');
  await oidc.tokenRevocation(client, tokens.access_token);
  assert.equal((await oidc.tokenIntrospection(client, tokens.access_token)).active, false);
});

test('an application logs its user out: asked where nothing proves the wish, and every other application hears of it', async () => {
  const { client, visitor, tokens } = await logIn(server);
  const others = await logIn(server, { slug: 'other', visitor });
  const end = client.serverMetadata().end_session_endpoint!;
  const question = await visitor.open(end);
  assert.match(question.text, /Sign out everywhere\?/);
  assert.doesNotMatch(question.text, /submit\.js/);
  const stayed = await pass(visitor, question);
  assert.equal(stayed.status, 200);
  assert.match((await signIn(visitor, (await begin(client)).url)).location ?? '', /code=/);
  const sure = await visitor.open(
    oidc.buildEndSessionUrl(client, {
      id_token_hint: tokens.id_token!,
      post_logout_redirect_uri: loggedOut,
      state: 'kept',
    }).href,
  );
  assert.match(sure.text, /submit\.js/);
  told.length = 0;
  const gone = await pass(visitor, sure);
  assert.equal(gone.location, `${loggedOut}?state=kept`);
  assert.deepEqual(told.map(({ path }) => path).sort(), ['/netbox', '/other']);
  for (const { path, token } of told) {
    const { client: own, tokens: had } = path === '/other' ? others : { client, tokens };
    const { issuer, jwks_uri } = own.serverMetadata();
    const keys = createRemoteJWKSet(new URL(jwks_uri!));
    const { payload, protectedHeader } = await jwtVerify(token, keys, { issuer, audience: path.slice(1) });
    assert.equal(protectedHeader.alg, path === '/other' ? 'ES256' : 'RS256');
    assert.equal(payload.sub, had.claims()!.sub);
    assert.equal(payload.sid, had.claims()!.sid);
    assert.deepEqual(payload.events, { 'http://schemas.openid.net/event/backchannel-logout': {} });
  }
  assert.match((await visitor.open((await begin(client)).url.href)).text, /Sign in to NETBOX/);
  await assert.rejects(oidc.fetchUserInfo(client, tokens.access_token, tokens.claims()!.sub));
});

test('a user signs out here, and the applications hear of it', async () => {
  const { client, visitor, tokens } = await logIn(server);
  told.length = 0;
  await visitor.send('/identity/', { do: 'sign-out' });
  assert.deepEqual(
    told.map(({ path }) => path),
    ['/netbox'],
  );
  assert.match((await visitor.open('/identity/')).text, /Sign in/);
  await assert.rejects(oidc.fetchUserInfo(client, tokens.access_token, tokens.claims()!.sub));
});

test("an expired row is nobody's, and is deleted with all others in one statement", async () => {
  const { tokens, client } = await logIn(server);
  await sql.unsafe(
    "update patchbay.identity_artifact set expires = now() - interval '1 s' where model = 'AccessToken'",
  );
  await assert.rejects(oidc.fetchUserInfo(client, tokens.access_token, tokens.claims()!.sub));
  const { deleteExpired } = await import('#identity/oidc/artifact-adapter.ts');
  await deleteExpired(sql);
  assert.equal((await sql.unsafe("select from patchbay.identity_artifact where model = 'AccessToken'")).length, 0);
});

test('nothing that its bearer shows is stored as it is', async () => {
  const { tokens, visitor } = await logIn(server, { scope: 'openid profile offline_access' });
  assert.ok(visitor.cookies.includes('identity_session'));
  const [row] = await sql.unsafe(
    `select string_agg(t::text, ' ') as text from (select to_jsonb(a) as t from patchbay.identity_artifact a) x`,
  );
  for (const secret of [tokens.access_token, tokens.refresh_token!]) assert.ok(!row!.text.includes(secret));
});
