import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as oidc from 'openid-client';
import { testDatabase } from '#test/database.ts';
import { serveIdentity } from './serve-identity.ts';
import { formIn, Visitor } from './visitor.ts';

const database = await testDatabase();
const server = await serveIdentity(database);
const callback = 'https://netbox.company/oauth/complete/oidc/';

const password = 'correct horse';
await server.make('groups', { name: 'netbox_admin' });
await server.make('users', {
  username: 'alice',
  name: 'Alice A',
  email: 'alice@company',
  password,
  groups: ['netbox_admin'],
});
await server.make('keys', { name: 'one' });
const scope = (name: string) => `authentik default OAuth Mapping: OpenID '${name}'`;
const provider = await server.make('providers', {
  name: 'netbox',
  client_id: 'netbox',
  client_secret: 'secret',
  redirect_uris: [callback],
  signing_key: 'one',
  property_mappings: ['openid', 'email', 'profile', 'offline_access'].map(scope),
});
await server.make('applications', { name: 'NetBox', slug: 'netbox', provider });

const insecure = { execute: [oidc.allowInsecureRequests] };

test('openid-client logs in with PKCE, and is told who it is', async () => {
  const issuer = new URL(`${server.address}/application/o/netbox/`);
  const client = await oidc.discovery(issuer, 'netbox', 'secret', undefined, insecure);
  const verifier = oidc.randomPKCECodeVerifier();
  const state = oidc.randomState();
  const nonce = oidc.randomNonce();
  const url = oidc.buildAuthorizationUrl(client, {
    redirect_uri: callback,
    scope: 'openid profile email roles offline_access',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const visitor = new Visitor(server.address);
  const page = await visitor.open(url.href);
  assert.equal(page.status, 200, page.text);
  assert.match(page.text, /Sign in to NetBox/);
  const wrong = await visitor.send(formIn(page).action, { username: 'alice', password: 'wrong' });
  assert.equal(wrong.status, 400);
  const answer = await visitor.send(formIn(page).action, { username: 'alice', password });
  assert.ok(answer.location?.startsWith(callback), answer.location ?? answer.text);
  const tokens = await oidc.authorizationCodeGrant(client, new URL(answer.location!), {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
  });
  const claims = tokens.claims()!;
  assert.equal(claims.preferred_username, 'alice');
  assert.deepEqual(claims.groups, ['netbox_admin']);
  assert.equal(claims.email, 'alice@company');
  const told = await oidc.fetchUserInfo(client, tokens.access_token, claims.sub);
  assert.deepEqual(told.groups, ['netbox_admin']);
  const refreshed = await oidc.refreshTokenGrant(client, tokens.refresh_token!);
  assert.equal(refreshed.claims()!.sub, claims.sub);
});
