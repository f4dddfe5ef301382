import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { forgingProvider } from './forging-provider.ts';
import { oidcEnvironment } from './oidc-environment.ts';
import { openPatchbay } from './patchbay.ts';
import { Visitor } from './visitor.ts';

const database = await testDatabase();
const { sql } = database;
const provider = await forgingProvider();
const { address } = await openPatchbay(database, {
  REMOTE_AUTH_ENABLED: "'true'",
  REMOTE_AUTH_BACKEND: "'social_core.backends.open_id_connect.OpenIdConnectAuth'",
  SOCIAL_AUTH_OIDC_ENDPOINT: provider.issuer,
  SOCIAL_AUTH_OIDC_KEY: provider.clientId,
  SOCIAL_AUTH_OIDC_SECRET: provider.clientSecret,
  'SOCIAL_AUTH_OIDC_SCOPE ': ' ["openid", "profile", "email", "roles"]',
});

test('a login: the request, the account, the link, the session', async () => {
  const visitor = new Visitor(address);
  const { url } = (await (await visitor.begin('oidc', { next: '/dcim/sites/?q=a' })).json()) as { url: string };
  const asked = new URL(url).searchParams;
  assert.equal(asked.get('scope'), 'openid profile email roles');
  assert.equal(asked.get('redirect_uri'), `${address}/oauth/complete/oidc/`);
  assert.equal(asked.get('response_type'), 'code');
  assert.equal(asked.get('code_challenge_method'), 'S256');
  for (const name of ['state', 'nonce', 'code_challenge']) assert.ok((asked.get(name) ?? '').length >= 43, name);
  assert.deepEqual(await visitor.logIn('oidc', { next: '/dcim/sites/?q=a' }), { to: '/dcim/sites/?q=a', notice: null });
  const { user } = await visitor.session();
  assert.deepEqual(
    [user.username, user.first_name, user.last_name, user.email, user.is_superuser],
    ['alice', 'Alice', 'Liddell', 'alice@example.org', false],
  );
  const [link] = await sql.unsafe('select provider, uid, extra_data from social_auth_usersocialauth');
  assert.deepEqual([link!.provider, link!.uid], ['oidc', 'alice-id']);
  assert.deepEqual(Object.keys(JSON.parse(link!.extra_data as string)).sort(), [
    'access_token',
    'auth_time',
    'id',
    'id_token',
    'refresh_token',
    'token_type',
  ]);
});

test('the second login is the same user, and changed names follow', async () => {
  provider.claims = { ...provider.claims, given_name: 'Alicia', preferred_username: 'other' };
  const visitor = new Visitor(address);
  await visitor.logIn('oidc');
  const { user } = await visitor.session();
  assert.deepEqual([user.username, user.first_name], ['alice', 'Alicia']);
  assert.equal((await sql.unsafe('select 1 from users_user')).length, 1);
});

test('a user whom NetBox linked is the same user', async () => {
  await sql.unsafe(
    `insert into users_user (id, password, is_superuser, username, first_name, last_name, email, is_active, date_joined)
     values (70, '!x', true, 'bob.local', '', '', '', true, now())`,
  );
  await sql.unsafe(
    `insert into social_auth_usersocialauth (user_id, provider, uid, extra_data, created, modified) values (70, 'oidc', 'bob-id', '{}', now(), now())`,
  );
  provider.claims = { sub: 'bob-id', preferred_username: 'bob', email: 'bob@example.org' };
  const visitor = new Visitor(address);
  await visitor.logIn('oidc');
  assert.equal((await visitor.session()).user.username, 'bob.local');
});

const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384', 'ES512', 'EdDSA'];
for (const algorithm of algorithms)
  test(`${algorithm}: a new key is asked for when a token names it`, async () => {
    const fresh = await forgingProvider();
    await fresh.rotate(algorithm);
    const { address: at } = await openPatchbay(database, oidcEnvironment(fresh));
    fresh.claims = { ...fresh.claims, sub: `someone-${algorithm}`, preferred_username: `someone-${algorithm}` };
    assert.equal((await new Visitor(at).logIn('oidc')).to, '/');
  });

test('HS256: where the provider has no signing key the secret signs', async () => {
  const fresh = await forgingProvider();
  fresh.metadata = { id_token_signing_alg_values_supported: ['HS256'], jwks_uri: undefined };
  fresh.forgery = { key: new TextEncoder().encode(fresh.clientSecret), header: { alg: 'HS256' } };
  fresh.claims = { sub: 'hs', preferred_username: 'hs' };
  const { address: at } = await openPatchbay(database, oidcEnvironment(fresh));
  assert.deepEqual(await new Visitor(at).logIn('oidc'), { to: '/', notice: null });
});

const endpoints: [what: string, spell: (issuer: string) => string][] = [
  ['without a slash', (issuer) => issuer.replace(/\/$/, '')],
  ['with the document', (issuer) => `${issuer}.well-known/openid-configuration`],
  ['with slashes', (issuer) => `${issuer}//`],
];
for (const [what, spell] of endpoints)
  test(`the endpoint ${what}`, async () => {
    const { address: at } = await openPatchbay(database, {
      ...oidcEnvironment(provider),
      SOCIAL_AUTH_OIDC_ENDPOINT: spell(provider.issuer),
    });
    assert.equal((await new Visitor(at).logIn('oidc')).to, '/');
  });

test('client_secret_post where the provider takes nothing else', async () => {
  const fresh = await forgingProvider();
  fresh.metadata = { token_endpoint_auth_methods_supported: ['client_secret_post'] };
  fresh.claims = { sub: 'poster', preferred_username: 'poster' };
  const { address: at } = await openPatchbay(database, oidcEnvironment(fresh));
  assert.equal((await new Visitor(at).logIn('oidc')).to, '/');
});

test('authentik may name its root as the issuer of all applications', async () => {
  const fresh = await forgingProvider();
  const root = new URL('/', fresh.issuer).href;
  fresh.metadata = { issuer: root };
  fresh.forgery = { idToken: (claims) => ({ ...claims, iss: root }) };
  fresh.claims = { sub: 'rooted', preferred_username: 'rooted' };
  const { address: at } = await openPatchbay(database, oidcEnvironment(fresh));
  assert.equal((await new Visitor(at).logIn('oidc')).to, '/');
});

test('Microsoft’s common: each tenant is an issuer, and the token says which', async () => {
  const fresh = await forgingProvider('common');
  const tenants = fresh.issuer.replace('/common/', '/{tenantid}/');
  const tenant = fresh.issuer.replace('/common/', '/tenant-1/');
  fresh.metadata = { issuer: tenants };
  fresh.claims = { sub: 'tenanted', preferred_username: 'tenanted' };
  const { address: at } = await openPatchbay(database, oidcEnvironment(fresh));
  const logIn = async (tid: string) => {
    fresh.forgery = { idToken: (claims) => ({ ...claims, iss: tenant, tid }) };
    return new Visitor(at).logIn('oidc');
  };
  assert.deepEqual(await logIn('tenant-1'), { to: '/', notice: null });
  assert.equal((await logIn('tenant-2')).notice?.kind, 'untrusted');
});

test('several providers, each with its own name and accounts', async () => {
  const other = await forgingProvider('other');
  other.claims = { sub: 'alice-id', preferred_username: 'alice2' };
  const { address: at } = await openPatchbay(database, {
    ...oidcEnvironment(provider),
    SSO_PROVIDERS: JSON.stringify({
      other: { label: 'The other one', endpoint: other.issuer, key: other.clientId, secret: other.clientSecret },
    }),
  });
  const visitor = new Visitor(at);
  assert.deepEqual((await visitor.loginFacts()).providers, [
    { name: 'oidc', label: 'OpenID Connect', icon: null, problem: null },
    { name: 'other', label: 'The other one', icon: null, problem: null },
  ]);
  await visitor.logIn('other');
  assert.equal((await visitor.session()).user.username, 'alice2');
});

test('BASE_PATH stands before every address', async () => {
  provider.claims = { sub: 'alice-id', preferred_username: 'alice' };
  const { address: at } = await openPatchbay(database, { ...oidcEnvironment(provider), BASE_PATH: 'net/box' });
  assert.deepEqual(await new Visitor(at).logIn('oidc', { next: '/dcim/sites/' }), {
    to: '/net/box/dcim/sites/',
    notice: null,
  });
});
