import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { testDatabase } from '#test/database.ts';
import { type Forgery, forgingProvider } from './forging-provider.ts';
import { oidcEnvironment } from './oidc-environment.ts';
import { openPatchbay } from './patchbay.ts';
import { Visitor } from './visitor.ts';

const database = await testDatabase();
const { sql } = database;
const provider = await forgingProvider();
const { address } = await openPatchbay(database, oidcEnvironment(provider));
const stranger = await generateKeyPair('RS256');
const now = () => Math.floor(Date.now() / 1000);

/** The published key, misused as the secret of an HMAC. */
async function confused(claims: JWTPayload): Promise<string> {
  const { keys } = (await (await fetch(`${provider.issuer}jwks/`)).json()) as { keys: unknown[] };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(JSON.stringify(keys[0])));
}

const forged: [what: string, forgery: Forgery, kind: string, message: RegExp][] = [
  ['another state', { back: { state: 'x'.repeat(43) } }, 'expired', /begin again/],
  ['no state', { back: { state: '' } }, 'expired', /begin again/],
  ['another nonce', { idToken: (claims) => ({ ...claims, nonce: 'other' }) }, 'untrusted', /nonce/],
  ['no nonce', { idToken: ({ nonce: _, ...claims }) => claims }, 'untrusted', /nonce/],
  ['another issuer', { idToken: (claims) => ({ ...claims, iss: 'https://evil.example/' }) }, 'untrusted', /iss/],
  ['a token for another client', { idToken: (claims) => ({ ...claims, aud: 'other-client' }) }, 'untrusted', /aud/],
  [
    'several audiences, and authorized for another',
    { idToken: (claims) => ({ ...claims, aud: ['netbox-client', 'other'], azp: 'other' }) },
    'untrusted',
    /azp|aud/,
  ],
  ['no audience', { idToken: ({ aud: _, ...claims }) => claims }, 'untrusted', /aud/],
  ['no subject', { idToken: ({ sub: _, ...claims }) => claims }, 'untrusted', /sub/],
  [
    'an expired token',
    { idToken: (claims) => ({ ...claims, exp: now() - 120, iat: now() - 400 }) },
    'untrusted',
    /exp/,
  ],
  ['a token that was made long ago', { idToken: (claims) => ({ ...claims, iat: now() - 3600 }) }, 'untrusted', /iat/],
  ['a token that is yet to be made', { idToken: (claims) => ({ ...claims, iat: now() + 600 }) }, 'untrusted', /iat/],
  ['no time of making', { idToken: ({ iat: _, ...claims }) => claims }, 'untrusted', /iat/],
  ['no expiry', { idToken: ({ exp: _, ...claims }) => claims }, 'untrusted', /exp/],
  ['a token of the future', { idToken: (claims) => ({ ...claims, nbf: now() + 600 }) }, 'untrusted', /nbf/],
  ['another key’s signature', { key: stranger.privateKey }, 'untrusted', /signature/],
  ['a key that nobody publishes', { header: { kid: 'unknown' } }, 'untrusted', /key/],
  ['no signature', { token: async (claims) => new UnsecuredJWT(claims).encode() }, 'untrusted', /alg/i],
  ['a public key as a secret', { token: confused }, 'untrusted', /alg/i],
  ['a token that is none', { token: async () => 'nonsense' }, 'untrusted', /./],
  [
    'no id_token',
    { tokenAnswer: { status: 200, body: { access_token: 'a', token_type: 'Bearer' } } },
    'untrusted',
    /id_token/,
  ],
  [
    'a token endpoint that refuses',
    { tokenAnswer: { status: 400, body: { error: 'invalid_grant' } } },
    'misconfigured',
    /invalid_grant/,
  ],
  ['a token endpoint that breaks', { tokenAnswer: { status: 502, body: 'gone' } }, 'unavailable', /502/],
  ['userinfo of somebody else', { userinfo: { sub: 'mallory' } }, 'untrusted', /sub/],
  ['an error of the provider', { back: { code: '', error: 'access_denied' } }, 'refused', /access_denied/],
  ['another issuer’s answer', { back: { iss: 'https://evil.example/' } }, 'untrusted', /iss/],
];
for (const [what, forgery, kind, message] of forged)
  test(`no login: ${what}`, async () => {
    provider.forgery = forgery;
    const visitor = new Visitor(address);
    const { to, notice } = await visitor.logIn('oidc');
    assert.equal(to, '/login/');
    assert.equal(notice?.kind, kind, String(notice?.message));
    assert.match(notice!.message, message);
    assert.equal((await visitor.session()).user, null);
    assert.equal((await sql.unsafe('select 1 from users_user')).length, 0);
    provider.forgery = {};
  });

test('clocks may differ by half a minute', async () => {
  provider.forgery = { idToken: (claims) => ({ ...claims, exp: now() - 10, iat: now() - 300 }) };
  assert.equal((await new Visitor(address).logIn('oidc')).to, '/');
  provider.forgery = { idToken: (claims) => ({ ...claims, iat: now() + 10, nbf: now() + 10 }) };
  assert.equal((await new Visitor(address).logIn('oidc')).to, '/');
  provider.forgery = {};
});

test('an answer is good once, and for the browser that asked', async () => {
  const visitor = new Visitor(address);
  const back = await visitor.toProvider('oidc');
  const other = new Visitor(address);
  await other.loginFacts();
  await other.send(back);
  assert.equal((await other.loginFacts()).notice?.kind, 'expired');
  assert.equal((await visitor.send(back)).headers.get('location'), '/');
  assert.equal((await visitor.send(back)).headers.get('location'), '/login/');
  assert.equal((await visitor.loginFacts()).notice?.kind, 'expired');
});

test('an answer that was sent by another provider is none', async () => {
  const other = await forgingProvider('other');
  const { address: at } = await openPatchbay(database, {
    ...oidcEnvironment(provider),
    SSO_PROVIDERS: JSON.stringify({
      other: { endpoint: other.issuer, key: other.clientId, secret: other.clientSecret },
    }),
  });
  const visitor = new Visitor(at);
  const back = (await visitor.toProvider('other')).replace('/complete/other/', '/complete/oidc/');
  assert.equal((await visitor.send(back)).headers.get('location'), '/login/');
});

test('a login begins a new session, whatever cookie the browser came with', async () => {
  const visitor = new Visitor(address);
  visitor.cookies.set('sessionid', 'a'.repeat(32));
  await visitor.logIn('oidc');
  const first = visitor.cookies.get('sessionid');
  assert.notEqual(first, 'a'.repeat(32));
  await visitor.logIn('oidc');
  assert.notEqual(visitor.cookies.get('sessionid'), first);
  const thief = new Visitor(address);
  thief.cookies.set('sessionid', first!);
  assert.equal((await thief.session()).user, null);
});

const elsewhere = [
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '',
  'dcim/',
  '/a\n//b',
];
for (const next of elsewhere)
  test(`next=${JSON.stringify(next)} leads home`, async () => {
    assert.equal((await new Visitor(address).logIn('oidc', { next })).to, '/');
  });
for (const next of ['/dcim/sites/', '/dcim/sites/?q=%2F%2Fevil.example', '/ipam/prefixes/1/#tab'])
  test(`next=${next} is kept`, async () => {
    assert.equal((await new Visitor(address).logIn('oidc', { next })).to, next);
  });

const begun: [what: string, headers: (csrf: string) => Record<string, string>, status: number][] = [
  ['without a token', () => ({}), 403],
  ['with another token', () => ({ 'x-csrftoken': 'x'.repeat(43) }), 403],
  ['from another site', (csrf) => ({ 'x-csrftoken': csrf, origin: 'https://evil.example' }), 403],
  ['from a page of ours', (csrf) => ({ 'x-csrftoken': csrf, origin: address }), 200],
];
for (const [what, headers, status] of begun)
  test(`begun ${what}: ${status}`, async () => {
    const visitor = new Visitor(address);
    const { csrf } = await visitor.loginFacts();
    const response = await visitor.send('/oauth/begin/oidc/', { method: 'POST', headers: headers(csrf) });
    assert.equal(response.status, status);
  });

test('a token of another browser begins nothing', async () => {
  const { csrf } = await new Visitor(address).loginFacts();
  const visitor = new Visitor(address);
  await visitor.loginFacts();
  const response = await visitor.send('/oauth/begin/oidc/', { method: 'POST', headers: { 'x-csrftoken': csrf } });
  assert.equal(response.status, 403);
});

test('a form begins with a redirect; an unknown provider is a 404; a GET shows the page', async () => {
  const visitor = new Visitor(address);
  const { csrf } = await visitor.loginFacts();
  const headers = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({ csrfmiddlewaretoken: csrf, next: '/dcim/' }).toString();
  const response = await visitor.send('/oauth/login/oidc/', { method: 'POST', headers, body });
  assert.equal(response.status, 302);
  assert.ok(
    response.headers.get('location')!.startsWith(`${new URL(provider.issuer).origin}/application/o/authorize/?`),
  );
  assert.equal((await visitor.begin('nothing')).status, 404);
  const shown = await visitor.send('/oauth/login/oidc/?next=/dcim/');
  assert.deepEqual([shown.status, shown.headers.get('location')], [302, '/login/?next=%2Fdcim%2F&backend=oidc']);
});

test('an inactive account is told so, and gets no session', async () => {
  await sql.unsafe("update users_user set is_active = false where username = 'alice'");
  const visitor = new Visitor(address);
  const { notice } = await visitor.logIn('oidc');
  assert.deepEqual(notice, { kind: 'denied', message: 'The account "alice" is inactive.' });
  await sql.unsafe("update users_user set is_active = true where username = 'alice'");
});

test('two logins at once make one account', async () => {
  provider.claims = { sub: 'twice', preferred_username: 'twice' };
  const visitors = [new Visitor(address), new Visitor(address)];
  const backs = await Promise.all(visitors.map((visitor) => visitor.toProvider('oidc')));
  const ends = await Promise.all(visitors.map((visitor, n) => visitor.send(backs[n]!)));
  assert.deepEqual(
    ends.map((end) => end.headers.get('location')),
    ['/', '/'],
  );
  assert.equal((await sql.unsafe("select 1 from users_user where username like 'twice%'")).length, 1);
});
