import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as oidc from 'openid-client';
import { testDatabase } from '#test/database.ts';
import { begin, discover, logIn, password, prepare, rolesExpression } from './netbox-client.ts';
import { serveIdentity } from './serve-identity.ts';
import { Visitor } from './visitor.ts';

const server = await serveIdentity(await testDatabase());
const { make, sql } = server;
await make('groups', { name: 'company' });
await make('groups', { name: 'netbox_admin', parents: ['company'] });
await make('users', {
  username: 'alice',
  name: 'Alice A',
  email: 'alice@company',
  password,
  groups: ['netbox_admin'],
  attributes: { upn: 'alice@upn' },
});
for (const algorithm of ['RS256', 'ES256', 'ES384', 'ES512']) await make('keys', { name: algorithm, algorithm });
await prepare(server, { signing_key: 'RS256' });
/** Signed in by the first test; a password takes its time. */
const visitor = new Visitor(server.address);

test('openid-client discovers, logs in with PKCE, asks for the userinfo and refreshes', async () => {
  const { client, tokens } = await logIn(server, { visitor, scope: 'openid profile email unknown offline_access' });
  const claims = tokens.claims()!;
  const expected = {
    name: 'Alice A',
    given_name: 'Alice A',
    preferred_username: 'alice',
    nickname: 'alice',
    groups: ['netbox_admin'],
    email: 'alice@company',
    email_verified: false,
  };
  assert.deepEqual(Object.fromEntries(Object.keys(expected).map((name) => [name, claims[name]])), expected);
  assert.equal(claims.acr, 'goauthentik.io/providers/oauth2/default');
  assert.deepEqual(claims.amr, ['pwd']);
  assert.equal(typeof claims.auth_time, 'number');
  assert.match(claims.sub, /^[0-9a-f]{64}$/);
  assert.deepEqual(await oidc.fetchUserInfo(client, tokens.access_token, claims.sub), {
    ...expected,
    sub: claims.sub,
  });
  const refreshed = await oidc.refreshTokenGrant(client, tokens.refresh_token!);
  assert.equal(refreshed.claims()!.sub, claims.sub);
  assert.notEqual(refreshed.refresh_token, tokens.refresh_token);
});

test('a session lets its user into other applications without a password', async () => {
  await prepare(server, { client_id: 'other', signing_key: 'ES256' });
  const { tokens } = await logIn(server, { slug: 'other', visitor, username: 'nobody' });
  assert.equal(tokens.claims()!.preferred_username, 'alice');
});

test('a login may be begun by a form, and ended by one', async () => {
  const { url } = await begin(await discover(server));
  const answer = await visitor.open(url.pathname, { method: 'POST', body: url.searchParams });
  assert.match(answer.location ?? answer.text, /^https:\/\/netbox\.company\/.*code=/);
  const end = await visitor.open('/application/o/netbox/end-session/', {
    method: 'POST',
    body: new URLSearchParams({ client_id: 'netbox' }),
  });
  assert.match(end.text, /Sign out everywhere/);
});

for (const algorithm of ['RS256', 'ES256', 'ES384', 'ES512', undefined])
  test(`id_tokens are signed with ${algorithm ?? 'the client secret (HS256)'}`, async () => {
    const slug = `alg-${(algorithm ?? 'hs256').toLowerCase()}`;
    await prepare(server, { client_id: slug, ...(algorithm ? { signing_key: algorithm } : {}) });
    const { client, tokens } = await logIn(server, { slug, visitor });
    const [header = ''] = tokens.id_token!.split('.');
    assert.equal(JSON.parse(Buffer.from(header, 'base64url').toString()).alg, algorithm ?? 'HS256');
    assert.deepEqual(client.serverMetadata().id_token_signing_alg_values_supported, [algorithm ?? 'HS256']);
    const jwks = (await (await fetch(client.serverMetadata().jwks_uri!)).json()) as { keys: { d?: string }[] };
    assert.equal(jwks.keys.length, algorithm ? 1 : 0);
    assert.ok(jwks.keys.every((key) => !('d' in key)));
  });

const [alice] = await sql.unsafe('select id, uuid from patchbay.identity_user');
const subjects = {
  user_id: alice!.id,
  user_uuid: alice!.uuid,
  user_username: 'alice',
  user_email: 'alice@company',
  user_upn: 'alice@upn',
};
for (const [sub_mode, sub] of Object.entries(subjects))
  test(`subject mode ${sub_mode}`, async () => {
    const slug = `sub-${sub_mode.replace('user_', '')}`;
    await prepare(server, { client_id: slug, sub_mode, signing_key: 'ES256' });
    const { client, tokens } = await logIn(server, { slug, visitor });
    assert.equal(tokens.claims()!.sub, sub);
    assert.equal((await oidc.fetchUserInfo(client, tokens.access_token, sub)).sub, sub);
  });

test("the issuer is the provider's own, or the same for all", async () => {
  await prepare(server, { client_id: 'global', issuer_mode: 'global', signing_key: 'ES256' });
  const told = async (slug: string) => {
    const answer = await fetch(`${server.address}/application/o/${slug}/.well-known/openid-configuration`);
    return ((await answer.json()) as { issuer: string }).issuer;
  };
  assert.equal(await told('netbox'), `${server.address}/application/o/netbox/`);
  assert.equal(await told('global'), `${server.address}/`);
  // As python-social-auth asks of an endpoint that ends with a slash.
  assert.equal(await told('netbox/'), `${server.address}/application/o/netbox/`);
});

test('claims can be left out of the id_token', async () => {
  await prepare(server, { client_id: 'lean', include_claims_in_id_token: false, signing_key: 'ES256' });
  const { client, tokens } = await logIn(server, { slug: 'lean', visitor });
  assert.equal(tokens.claims()!.email, undefined);
  const told = await oidc.fetchUserInfo(client, tokens.access_token, tokens.claims()!.sub);
  assert.equal(told.email, 'alice@company');
});

test("the page's scope mapping gives roles, behind the groups of the profile", async () => {
  const roles = await make('scope-mappings', {
    name: 'Netbox roles',
    scope_name: 'roles',
    expression: rolesExpression,
  });
  const profile = "authentik default OAuth Mapping: OpenID 'profile'";
  await prepare(server, { client_id: 'page', property_mappings: [profile, roles], signing_key: 'ES256' });
  const scope = 'openid profile email roles openid profile email';
  const { tokens } = await logIn(server, { slug: 'page', visitor, scope });
  assert.deepEqual(tokens.claims()!.groups, ['netbox_admin', 'superusers']);
});

const broken = {
  'loops for ever': 'while True:\n    pass',
  'eats memory': 'return {"a": "x" * 10**12}',
  'opens a file': 'return {"a": open("/etc/passwd").read()}',
  'asks the network': 'return {"a": requests.get("http://127.0.0.1/").text}',
  'knows no such name': 'return {"a": wrong}',
  'gives a list': 'return ["a"]',
};
for (const [what, expression] of Object.entries(broken))
  test(`an expression that ${what} gives no claims, is told of, and keeps nobody out`, async () => {
    const slug = what.replace(/ /g, '-');
    const mapping = await make('scope-mappings', { name: what, scope_name: 'roles', expression });
    const profile = "authentik default OAuth Mapping: OpenID 'profile'";
    await prepare(server, { client_id: slug, property_mappings: [profile, mapping], signing_key: 'ES256' });
    const { tokens } = await logIn(server, { slug, visitor, scope: 'openid profile roles' });
    assert.equal(tokens.claims()!.preferred_username, 'alice');
    assert.equal(tokens.claims()!.a, undefined);
    const events = await sql.unsafe(
      "select context->>'message' as message, username from patchbay.identity_event where action = 'property_mapping_exception' and context->>'mapping' = $1",
      [what],
    );
    // Asked once, for the id_token and the access token.
    assert.equal(events.length, 1);
    assert.equal(events[0]!.username, 'alice');
    assert.notEqual(events[0]!.message, '');
  });
