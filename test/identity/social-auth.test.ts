import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pythonWith, skipWithout } from '#test/clients/python.ts';
import { testDatabase } from '#test/database.ts';
import { callback, password, prepare, signIn } from './netbox-client.ts';
import { type IdentityServer, serveIdentity } from './serve-identity.ts';
import { type SocialAuthAnswer, type SocialAuthClient, startSocialAuth } from './start-social-auth.ts';
import { Visitor } from './visitor.ts';

const python = await pythonWith('social_core');
const skip = skipWithout(python, 'social-auth-core');

/** As people paste them: python-social-auth sends a secret with Basic as it is, and not as a form would encode it. */
const secret = 'p+q/r=%e4 %41 & a secret of more than 32 bytes';
const algorithms = ['RS256', 'ES256', 'HS256'] as const;
const methods = ['client_secret_basic', 'client_secret_post'] as const;

let server: IdentityServer;
/** Signed in by the first login; a password takes its time. */
let visitor: Visitor;
if (python) {
  server = await serveIdentity(await testDatabase());
  const groups = ['netbox_admin', 'netbox_staff'];
  for (const name of groups) await server.make('groups', { name });
  await server.make('users', { username: 'alice', name: 'Alice A', email: 'alice@company', password, groups });
  for (const algorithm of algorithms) {
    if (algorithm !== 'HS256') await server.make('keys', { name: algorithm, algorithm });
    const signed = algorithm === 'HS256' ? {} : { signing_key: algorithm };
    await prepare(server, { client_id: algorithm.toLowerCase(), client_secret: secret, ...signed });
  }
  const global = { issuer_mode: 'global', signing_key: 'RS256', client_secret: secret };
  for (const client_id of ['one', 'another']) await prepare(server, { client_id, ...global });
  visitor = new Visitor(server.address);
}

const secretSigned = { AUTHENTICATION_BACKEND: '__main__.SecretSignedAuth' };
const algorithmSettings: Record<(typeof algorithms)[number], object> = {
  RS256: {},
  ES256: { SOCIAL_AUTH_OIDC_JWT_ALGORITHMS: ['ES256'] },
  HS256: secretSigned,
};

/** An application that is configured as the page says: its endpoint ends with a slash. */
const start = (slug: string, settings: object = {}): SocialAuthClient =>
  startSocialAuth(python!, {
    CALLBACK: callback,
    SOCIAL_AUTH_OIDC_OIDC_ENDPOINT: `${server.address}/application/o/${slug}/`,
    SOCIAL_AUTH_OIDC_KEY: slug,
    SOCIAL_AUTH_OIDC_SECRET: secret,
    SOCIAL_AUTH_OIDC_SCOPE: ['openid', 'profile', 'email', 'offline_access'],
    ...settings,
  });

/** Sends the browser to the provider; answers the callback that it comes back with. */
async function comeBack(client: SocialAuthClient, { change, as = visitor }: ComeBack = {}): Promise<URL> {
  const url = new URL((await client.ask({ do: 'begin' })).redirect);
  change?.(url.searchParams);
  const { location = 'about:blank' } = await signIn(as, url);
  return new URL(location);
}

interface ComeBack {
  /** What becomes of the question on its way. */
  readonly change?: (asked: URLSearchParams) => void;
  readonly as?: Visitor;
}

const complete = (client: SocialAuthClient, url: URL) => client.ask({ do: 'complete', url: url.href });

for (const algorithm of algorithms)
  for (const method of methods) {
    const pkce = method === 'client_secret_post';
    const title = `python-social-auth logs in: ${algorithm}, ${method}, ${pkce ? 'with' : 'without'} PKCE`;
    test(title, { skip }, async () => {
      const client = start(algorithm.toLowerCase(), {
        ...algorithmSettings[algorithm],
        SOCIAL_AUTH_OIDC_TOKEN_ENDPOINT_AUTH_METHOD: method,
        SOCIAL_AUTH_OIDC_USE_PKCE: pkce,
      });
      const first = await complete(client, await comeBack(client));
      assert.equal(first.refused, undefined, first.why);
      assert.match(first.uid, /^[0-9a-f]{64}$/);
      assert.deepEqual(first.details, {
        username: 'alice',
        email: 'alice@company',
        fullname: 'Alice A',
        first_name: 'Alice A',
        last_name: null,
      });
      assert.deepEqual(first.user, { id: 1, username: 'alice', email: 'alice@company', fullname: 'Alice A' });
      assert.deepEqual([...first.groups].sort(), ['netbox_admin', 'netbox_staff']);
      assert.deepEqual([first.isNew, first.wentTo], [true, '/home/']);
      const [header = ''] = first.tokens.id_token.split('.');
      assert.equal(JSON.parse(Buffer.from(header, 'base64url').toString()).alg, algorithm);

      const refreshed = await client.ask({ do: 'refresh', uid: first.uid });
      assert.equal(refreshed.refused, undefined, refreshed.why);
      for (const name of ['access_token', 'refresh_token'] as const)
        assert.notEqual(refreshed.tokens[name], first.tokens[name], name);
      assert.deepEqual([refreshed.userinfo.sub, refreshed.userinfo.groups], [first.uid, first.groups]);

      const second = await complete(client, await comeBack(client));
      assert.deepEqual([second.uid, second.isNew, second.user], [first.uid, false, first.user]);
    });
  }

/** What becomes of a login whose question was changed on its way. */
const changed: Readonly<Record<string, readonly [(asked: URLSearchParams) => void, string, RegExp]>> = {
  'another state': [(asked) => asked.set('state', 'x'), 'AuthStateForbidden', /state/],
  'no state': [(asked) => asked.delete('state'), 'AuthMissingParameter', /state/],
  'another nonce': [(asked) => asked.set('nonce', 'x'), 'AuthTokenError', /id_token: nonce/],
  'no nonce': [(asked) => asked.delete('nonce'), 'AuthTokenError', /id_token: nonce/],
  'the challenge of another verifier': [
    (asked) => asked.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'),
    'AuthCanceled',
    /cancel/,
  ],
};
/** And of one that an application begins whose settings don't fit. */
const misfits: Readonly<Record<string, readonly [slug: string, settings: object, string, RegExp]>> = {
  'another secret': ['rs256', { SOCIAL_AUTH_OIDC_SECRET: `${secret}.` }, 'AuthTokenError', /key\/secret/],
  'another algorithm': ['es256', {}, 'AuthTokenError', /alg/],
  'the secret as a key, where there is a signing key': ['rs256', secretSigned, 'AuthTokenError', /verification failed/],
  'no key, where the secret is one': ['hs256', {}, 'AuthTokenError', /verification failed/],
};

test('python-social-auth refuses an answer to a question that it did not ask', { skip }, async (t) => {
  const client = start('rs256', { SOCIAL_AUTH_OIDC_USE_PKCE: true });
  for (const [what, [change, ...refusal]] of Object.entries(changed))
    await t.test(what, async () => {
      const url = await comeBack(client, { change });
      assert.ok(url.searchParams.has('code'), url.href);
      refuses(await complete(client, url), ...refusal);
    });
  await t.test('an answer that it had already', async () => {
    const url = await comeBack(client);
    assert.equal((await complete(client, url)).user.username, 'alice');
    refuses(await complete(client, url), 'AuthCanceled', /cancel/);
  });
});

test('python-social-auth refuses what does not fit its settings', { skip }, async (t) => {
  for (const [what, [slug, settings, ...refusal]] of Object.entries(misfits))
    await t.test(what, async () => {
      const client = start(slug, settings);
      refuses(await complete(client, await comeBack(client)), ...refusal);
    });
  await t.test('nobody, where nobody shall be asked', async () => {
    const client = start('rs256', { SOCIAL_AUTH_OIDC_PROMPT: 'none' });
    const url = await comeBack(client, { as: new Visitor(server.address) });
    assert.equal(url.searchParams.get('error'), 'login_required');
    refuses(await complete(client, url), 'AuthFailed', /./);
  });
});

test('python-social-auth refuses what was given to another application', { skip }, async (t) => {
  const [one, another] = [start('one'), start('another')];
  await t.test('its code', async () => {
    const url = await comeBack(one);
    url.searchParams.set('code', (await comeBack(another)).searchParams.get('code')!);
    refuses(await complete(one, url), 'AuthCanceled', /cancel/);
  });
  const { tokens: own } = await complete(one, await comeBack(one));
  const { tokens: others } = await complete(another, await comeBack(another));
  const verify = ({ id_token, access_token }: typeof own) => one.ask({ do: 'verify', id_token, access_token });
  await t.test('its id_token, of the same issuer and key', async () =>
    refuses(await verify(others), 'AuthTokenError', /Invalid audience/),
  );
  await t.test('but of our own id_token nothing, except that it was there before', async () =>
    refuses(await verify(own), 'AuthTokenError', /id_token: nonce/),
  );
});

function refuses(answer: SocialAuthAnswer, refused: string, why: RegExp): void {
  assert.equal(answer.refused, refused, answer.why);
  assert.match(answer.why, why);
}
