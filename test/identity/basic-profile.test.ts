import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { begin, discover, exchange, logIn, password, prepare, signIn } from './netbox-client.ts';
import { serveIdentity } from './serve-identity.ts';
import { Visitor } from './visitor.ts';

const server = await serveIdentity(await testDatabase());
await server.make('users', { username: 'alice', password });
await prepare(server, { signing_key: 'authentik Self-signed Certificate' });
const visitor = new Visitor(server.address);
const client = await discover(server);
/** What the application is told when a login is begun like this. */
const told = async (who: Visitor, parameters: Record<string, string>) => {
  const answer = await who.open((await begin(client, parameters)).url.href);
  return { page: answer.text, told: new URL(answer.location ?? 'about:blank').searchParams };
};

test('prompt=none without a session is told login_required, with one a code', async () => {
  const without = await told(new Visitor(server.address), { prompt: 'none' });
  assert.equal(without.told.get('error'), 'login_required');
  assert.equal(without.told.get('iss'), `${server.address}/application/o/netbox/`);
  await logIn(server, { visitor });
  assert.ok((await told(visitor, { prompt: 'none' })).told.get('code'));
});

test('prompt=login asks again, and tells a later auth_time', async () => {
  const before = (await logIn(server, { visitor })).tokens.claims()!.auth_time!;
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const begun = await begin(client, { prompt: 'login' });
  const { auth_time } = (await exchange(client, begun, await signIn(visitor, begun.url))).claims()!;
  assert.ok(auth_time! > before);
});

test('max_age asks again once it has passed', async () => {
  await new Promise((resolve) => setTimeout(resolve, 2100));
  assert.match((await told(visitor, { max_age: '1' })).page, /name="password"/);
  assert.ok((await told(visitor, { max_age: '1000' })).told.get('code'));
});

test('login_hint fills in the name, which is escaped', async () => {
  const { page } = await told(new Visitor(server.address), { login_hint: '"><script>alert(1)</script>' });
  assert.match(page, /value="&quot;&gt;&lt;script&gt;/);
  assert.doesNotMatch(page, /<script>alert/);
});

test('id_token_hint of the one who is signed in goes through, with prompt=none', async () => {
  const { tokens } = await logIn(server, { visitor });
  assert.ok((await told(visitor, { prompt: 'none', id_token_hint: tokens.id_token! })).told.get('code'));
});

for (const [response_type, error] of [
  ['token', 'unsupported_response_type'],
  ['id_token', 'unsupported_response_type'],
] as const)
  test(`response_type ${response_type} is refused`, async () => {
    const { url } = await begin(client, { response_type });
    const { location = '' } = await visitor.open(url.href);
    assert.match(location, new RegExp(`error=${error}`));
  });

test('response_type left out is refused', async () => {
  const { url } = await begin(client);
  url.searchParams.delete('response_type');
  assert.match((await visitor.open(url.href)).location ?? '', /error=invalid_request/);
});
