import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLocalJWKSet, createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import { usualSubject } from '#identity/keys/complete-key.ts';
import { keepKeyVersion } from '#identity/keys/keep-key-version.ts';
import { makeKeyVersion } from '#identity/keys/make-key-version.ts';
import { createSecretBox } from '#identity/secret-box.ts';
import { testDatabase } from '#test/database.ts';
import { discover, logIn, password, prepare } from './netbox-client.ts';
import { identitySettings, serveIdentity } from './serve-identity.ts';
import { Visitor } from './visitor.ts';

const server = await serveIdentity(await testDatabase());
const { make } = server;
await make('groups', { name: 'netbox_admin' });
await make('users', { username: 'alice', email: 'alice@company', password, groups: ['netbox_admin'] });
await make('keys', { name: 'ES384', algorithm: 'ES384' });
await prepare(server, { signing_key: 'authentik Self-signed Certificate' });
await prepare(server, { client_id: 'other', signing_key: 'ES384' });
const visitor = new Visitor(server.address);
const scope = 'openid profile email offline_access';
const { client, tokens } = await logIn(server, { visitor, scope });
const { jwks_uri, issuer } = client.serverMetadata();
const audience = 'netbox';

const post = async (path: string, form: Record<string, string>, who = 'netbox') => {
  const basic = Buffer.from(`${who}:secret of ${who}`).toString('base64');
  const response = await fetch(`${server.address}/application/o/${path}/`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { authorization: `Basic ${basic}` },
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
};

test('an access token says who, for whom, until when, and what the mappings say, signed with the provider’s key', async () => {
  const keys = createRemoteJWKSet(new URL(jwks_uri!));
  const { payload, protectedHeader } = await jwtVerify(tokens.access_token, keys, { issuer, audience });
  const id = tokens.claims()!;
  assert.equal(protectedHeader.alg, 'RS256');
  assert.equal(protectedHeader.typ, 'JWT');
  const { exp, iat, uid, ...rest } = payload;
  assert.match(String(uid), /^[0-9a-f]{40}$/);
  assert.equal(exp! - iat!, 300);
  assert.deepEqual(rest, {
    iss: issuer,
    aud: 'netbox',
    azp: 'netbox',
    sub: id.sub,
    auth_time: id.auth_time,
    acr: 'goauthentik.io/providers/oauth2/default',
    amr: ['pwd'],
    nonce: id.nonce,
    scope,
    name: '',
    given_name: '',
    preferred_username: 'alice',
    nickname: 'alice',
    groups: ['netbox_admin'],
    email: 'alice@company',
    email_verified: false,
  });
});

test('introspection tells the claims with the state, and the client’s own tokens alone', async () => {
  const { body } = await post('introspect', { token: tokens.access_token });
  assert.equal(body.active, true);
  assert.equal(body.client_id, 'netbox');
  assert.equal(body.scope, scope);
  assert.equal(body.token_type, 'Bearer');
  assert.deepEqual(body.groups, ['netbox_admin']);
  assert.equal(body.sub, tokens.claims()!.sub);
  assert.equal('jti' in body, false);
  assert.deepEqual(await post('introspect', { token: tokens.access_token }, 'other'), {
    status: 200,
    body: { active: false },
  });
  assert.equal((await post('revoke', { token: tokens.access_token }, 'other')).status, 400);
  for (const token of [tokens.id_token!, `${tokens.access_token}x`, `.${tokens.access_token}`, 'a.b.c', '.', '\0'])
    assert.deepEqual(await post('introspect', { token }), { status: 200, body: { active: false } }, token);
});

test('a signature alone lets nobody in: a revoked token is refused everywhere, as are id_tokens and changed ones', async () => {
  const sub = tokens.claims()!.sub;
  const userinfo = async (token: string) => {
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(`${server.address}/application/o/userinfo/`, { headers })).status;
  };
  const { tokens: mine } = await logIn(server, { visitor, scope });
  assert.equal(await userinfo(mine.access_token), 200);
  for (const token of [mine.id_token!, `.${mine.access_token}`, mine.access_token.replace(/\.[^.]+$/, '.')])
    assert.equal(await userinfo(token), 401);
  await oidc.tokenRevocation(client, mine.access_token);
  assert.equal(await userinfo(mine.access_token), 401);
  assert.deepEqual((await post('introspect', { token: mine.access_token })).body, { active: false });
  await assert.rejects(oidc.fetchUserInfo(client, mine.access_token, sub));
});

test('a refreshed one is another, of the same user and login', async () => {
  const { tokens: mine } = await logIn(server, { visitor, scope });
  const refreshed = await oidc.refreshTokenGrant(client, mine.refresh_token!);
  const keys = createRemoteJWKSet(new URL(jwks_uri!));
  const before = (await jwtVerify(mine.access_token, keys, { issuer, audience })).payload;
  const { payload } = await jwtVerify(refreshed.access_token, keys, { issuer, audience });
  assert.notEqual(payload.uid, before.uid);
  assert.equal(payload.sub, before.sub);
  assert.equal(payload.auth_time, before.auth_time);
  assert.deepEqual(payload.groups, ['netbox_admin']);
});

test('the claims of mappings are left out where the id_token has none', async () => {
  await prepare(server, { client_id: 'lean', include_claims_in_id_token: false, signing_key: 'ES384' });
  const { client: lean, tokens: few } = await logIn(server, { slug: 'lean', visitor });
  const keys = createRemoteJWKSet(new URL(lean.serverMetadata().jwks_uri!));
  const { payload, protectedHeader } = await jwtVerify(few.access_token, keys, { audience: 'lean' });
  assert.equal(protectedHeader.alg, 'ES384');
  assert.equal(payload.groups, undefined);
  assert.equal((await oidc.fetchUserInfo(lean, few.access_token, few.claims()!.sub)).preferred_username, 'alice');
});

test('without a key it is signed with the client’s secret, and the claims are in it', async () => {
  await prepare(server, { client_id: 'secret' });
  const { tokens: given } = await logIn(server, { slug: 'secret', visitor });
  const { payload } = await jwtVerify(given.access_token, Buffer.from('secret of secret'), { audience: 'secret' });
  assert.equal(payload.preferred_username, 'alice');
});

test('a client alone gets one of its own, which is good at introspection and revocation', async () => {
  const given = await oidc.clientCredentialsGrant(await discover(server), { scope: 'profile' });
  const jwks = (await (await fetch(jwks_uri!)).json()) as Parameters<typeof createLocalJWKSet>[0];
  const { payload } = await jwtVerify(given.access_token, createLocalJWKSet(jwks), { issuer, audience });
  assert.equal(payload.sub, 'netbox');
  assert.equal(payload.azp, 'netbox');
  assert.equal(payload.scope, 'profile');
  assert.equal((await post('introspect', { token: given.access_token })).body.active, true);
  await oidc.tokenRevocation(client, given.access_token);
  assert.equal((await post('introspect', { token: given.access_token })).body.active, false);
});

test('after a change of keys the token before can still be verified', async () => {
  const [{ id } = { id: '' }] = await server.sql.unsafe<{ id: string }[]>(
    `select id from patchbay.identity_key where name = 'ES384'`,
  );
  const { tokens: before } = await logIn(server, { slug: 'other', visitor });
  await keepKeyVersion(
    server.sql,
    createSecretBox(identitySettings.SECRET_KEY),
    id,
    await makeKeyVersion('ES384', usualSubject('ES384')),
  );
  const { client: other, tokens: after } = await logIn(server, { slug: 'other', visitor });
  const keys = createRemoteJWKSet(new URL(other.serverMetadata().jwks_uri!));
  for (const { access_token } of [before, after]) await jwtVerify(access_token, keys, { audience: 'other' });
  const [one, two] = [before, after].map(({ access_token }) => decodeProtectedHeader(access_token).kid);
  assert.notEqual(one, two);
});
