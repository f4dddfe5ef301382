import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { createSuperuser } from '#access/create-superuser.ts';
import { testDatabase } from '#test/database.ts';
import { rolesExpression } from './netbox-client.ts';
import { identitySettings, serveIdentity } from './serve-identity.ts';

const server = await serveIdentity(await testDatabase());
const { sql } = server;
const apiToken = createHash('sha1').update('administrator').digest('hex');
await createSuperuser(sql, { name: 'admin', email: '', passwordHash: '!', apiToken }, identitySettings);
await sql.unsafe(
  "insert into users_user (password, is_superuser, username, first_name, last_name, email, is_active, date_joined) values ('!', false, 'bob', '', '', '', true, now())",
);
const bobs = createHash('sha1').update('bob').digest('hex');
await sql.unsafe(
  `insert into users_token (created, write_enabled, enabled, description, user_id, version, plaintext)
   select now(), true, true, '', id, 1, $1 from users_user where username = 'bob'`,
  [bobs],
);

async function ask(method: string, path: string, body?: unknown, token: string | null = apiToken) {
  const response = await fetch(`${server.address}/patchbay/identity/${path}`, {
    method,
    headers: {
      ...(token ? { authorization: `Token ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  // biome-ignore lint/suspicious/noExplicitAny: whatever the server answers
  return { status: response.status, body: (text ? JSON.parse(text) : null) as any };
}

test('only superusers of Patchbay administer', async () => {
  assert.equal((await ask('GET', 'users/', undefined, null)).status, 403);
  assert.equal((await ask('GET', 'users/', undefined, bobs)).status, 403);
  assert.equal((await ask('POST', 'users/', { username: 'x' }, bobs)).status, 403);
  assert.equal((await ask('GET', 'users/')).status, 200);
});

test('the description names every kind, and no secret is in it', async () => {
  const { body } = await ask('GET', '');
  const names = body.resources.map(({ name }: { name: string }) => name);
  assert.deepEqual(names, ['users', 'groups', 'keys', 'scope-mappings', 'providers', 'applications', 'entitlements']);
});

test("the page's Preparation over REST: key, mapping, groups, users, provider, application", async () => {
  const key = await ask('POST', 'keys/', { name: 'signing', algorithm: 'ES256' });
  assert.equal(key.status, 201, JSON.stringify(key.body));
  assert.equal(key.body.versions[0].public_jwk.kty, 'EC');
  assert.ok(!JSON.stringify(key.body).includes('"d"'));
  const mapping = await ask('POST', 'scope-mappings/', {
    name: 'Netbox roles',
    scope_name: 'roles',
    expression: rolesExpression,
  });
  const group = await ask('POST', 'groups/', { name: 'netbox_admin' });
  const user = await ask('POST', 'users/', { username: 'alice', password: 'long enough', groups: ['netbox_admin'] });
  assert.deepEqual(user.body.groups, [{ id: group.body.id, display: 'netbox_admin' }]);
  assert.ok(!JSON.stringify(user.body).includes('pbkdf2'));
  const preview = await ask('POST', 'scope-mappings/preview/', { expression: rolesExpression, user: user.body.id });
  assert.deepEqual(preview.body.claims, { groups: ['superusers'] });
  const provider = await ask('POST', 'providers/', {
    name: 'NetBox',
    redirect_uris: ['https://netbox.company/oauth/complete/oidc/'],
    signing_key: key.body.id,
    property_mappings: ["authentik default OAuth Mapping: OpenID 'profile'", mapping.body.id],
    access_token_validity: 'minutes=10',
  });
  assert.equal(provider.status, 201, JSON.stringify(provider.body));
  assert.equal(provider.body.access_token_validity, 600);
  assert.match(provider.body.client_id, /^\w{40}$/);
  assert.equal(provider.body.client_secret, undefined);
  const secret = await ask('GET', `providers/${provider.body.id}/client_secret/`);
  assert.match(secret.body.client_secret, /^\w{128}$/);
  const rotated = await ask('POST', `providers/${provider.body.id}/client_secret/`, {});
  assert.notEqual(rotated.body.client_secret, secret.body.client_secret);
  const application = await ask('POST', 'applications/', { name: 'NetBox', slug: 'netbox', provider: 'NetBox' });
  assert.equal(application.status, 201, JSON.stringify(application.body));
  const setup = await ask('GET', `providers/${provider.body.id}/setup/`);
  assert.equal(setup.body.issuer, `${server.address}/application/o/netbox/`);
  const claims = await ask('POST', `providers/${provider.body.id}/preview/`, { user: user.body.id });
  assert.deepEqual(claims.body.claims.groups, ['netbox_admin', 'superusers']);
});

test('a rotated key signs, and the one before still verifies', async () => {
  const { body } = await ask('GET', 'keys/?q=signing');
  const [key] = body.results;
  const { body: rotated } = await ask('POST', `keys/${key.id}/rotate/`, {});
  const { keys } = (await (await fetch(`${server.address}/application/o/netbox/jwks/`)).json()) as {
    keys: { kid: string }[];
  };
  assert.deepEqual(
    keys.map(({ kid }) => kid),
    [rotated.kid, key.versions[0].kid],
  );
  assert.equal((await ask('DELETE', `keys/${key.id}/`)).status, 409);
});

test('a key has a certificate: its own, a newer one, or one that is brought along', async () => {
  const made = await ask('POST', 'keys/', {
    name: 'certified',
    common_name: 'id.company',
    subject_alt_name: 'id.company, 192.0.2.1',
  });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const [version] = made.body.versions;
  assert.equal(version.certificate_subject, 'CN=id.company');
  const path = `keys/${made.body.id}/`;
  const renewed = await ask('PATCH', path, { validity_days: '10', common_name: 'other' });
  const [next] = renewed.body.versions;
  assert.equal(renewed.body.versions.length, 1);
  assert.equal(next.kid, version.kid);
  assert.equal(next.certificate_subject, 'CN=other');
  assert.ok(Date.parse(next.certificate_expires) < Date.parse(version.certificate_expires));
  // The one before fits its key still, one of another key doesn't.
  const back = await ask('PATCH', path, { certificate: version.certificate });
  assert.equal(back.body.versions[0].certificate_subject, 'CN=id.company');
  const [foreign] = (await ask('GET', 'keys/?q=signing')).body.results;
  const refused = await ask('PATCH', path, { certificate: foreign.versions[0].certificate });
  assert.equal(refused.status, 400);
  assert.match(refused.body.certificate[0], /not that of the private key/);
  await ask('POST', `${path}rotate/`, {});
  const { versions } = (await ask('GET', path)).body;
  assert.deepEqual(
    versions.map(({ certificate_subject }: { certificate_subject: string }) => certificate_subject),
    ['CN=id.company', 'CN=id.company'],
  );
  await ask('PATCH', `providers/${(await ask('GET', 'providers/?q=NetBox')).body.results[0].id}/`, {
    signing_key: 'certified',
  });
  const jwks = (await (await fetch(`${server.address}/application/o/netbox/jwks/`)).json()) as {
    keys: { kid: string; x5c: string[]; x5t: string; 'x5t#S256': string }[];
  };
  for (const { kid, x5c, ...key } of jwks.keys) {
    const der = Buffer.from(x5c[0]!, 'base64');
    assert.equal(key.x5t, createHash('sha1').update(der).digest('base64url'));
    assert.equal(key['x5t#S256'], createHash('sha256').update(der).digest('base64url'));
    assert.ok(versions.some((one: { kid: string }) => one.kid === kid));
  }
  await ask('PATCH', `providers/${(await ask('GET', 'providers/?q=NetBox')).body.results[0].id}/`, {
    signing_key: 'signing',
  });
});

test('one private key is one key', async () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const private_key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const own = await ask('POST', 'keys/', { name: 'brought along', private_key });
  assert.equal(own.status, 201, JSON.stringify(own.body));
  assert.equal(own.body.algorithm, 'ES256');
  assert.equal((await ask('PATCH', `keys/${own.body.id}/`, { private_key })).status, 200);
  const twice = await ask('POST', 'keys/', { name: 'once more', private_key });
  assert.equal(twice.status, 400);
  assert.match(twice.body.private_key[0], /there already, in brought along/);
});

const refused: readonly [string, unknown, string, RegExp][] = [
  ['groups/', { name: 'netbox_admin' }, 'name', /already exists/],
  ['users/', {}, 'username', /required/],
  ['users/', { username: 'x', password: 'short' }, 'password', /8 characters/],
  ['users/', { username: 'x', email: 'no address' }, 'email', /valid email/],
  ['users/', { username: 'x', nickname: 'y' }, 'nickname', /no such field/],
  ['users/', { username: 'x', groups: ['nobody'] }, 'groups', /no object "nobody"/],
  ['users/', { username: 'x', attributes: [] }, 'attributes', /object/],
  ['applications/', { name: 'x', slug: 'has spaces' }, 'slug', /slug/],
  ...['authorize', 'token', 'userinfo', 'introspect', 'revoke', 'device', 'Token', '.well-known'].map(
    (slug): [string, unknown, string, RegExp] => ['applications/', { name: 'x', slug }, 'slug', /name of an endpoint/],
  ),
  ['providers/', { name: 'x', redirect_uris: ['/relative'] }, 'redirect_uris', /absolute/],
  ['providers/', { name: 'x', redirect_uris: ['https://a/#b'] }, 'redirect_uris', /fragment/],
  ['providers/', { name: 'x', redirect_uris: ['javascript:alert(1)'] }, 'redirect_uris', /scheme/],
  ['providers/', { name: 'x', redirect_uris: [{ url: 'a)|(b', matching_mode: 'regex' }] }, 'redirect_uris', /regular/],
  ['providers/', { name: 'x', client_type: 'secret' }, 'client_type', /one of/],
  ['providers/', { name: 'x', access_code_validity: 'soon' }, 'access_code_validity', /seconds/],
  ['scope-mappings/', { name: 'x', scope_name: 'a b', expression: 'return {}' }, 'scope_name', /scope/],
  ['scope-mappings/', { name: 'x', scope_name: 'a', expression: 'return {' }, 'expression', /line 1/],
  ['keys/', { name: 'x', private_key: 'none' }, 'private_key', /PEM/],
  ['keys/', { name: 'x', validity_days: 'long' }, 'validity_days', /from 1 to 36500/],
  ['keys/', { name: 'x', validity_days: 0 }, 'validity_days', /from 1 to 36500/],
  ['keys/', { name: 'x', subject_alt_name: 'a b;c' }, 'subject_alt_name', /DNS names and addresses/],
  ['keys/', { name: 'x', common_name: 'x'.repeat(65) }, 'common_name', /no more than 64/],
];
for (const [path, body, field, message] of refused)
  test(`${path} refuses ${JSON.stringify(body).slice(0, 80)}`, async () => {
    const answer = await ask('POST', path, body);
    assert.equal(answer.status, 400, JSON.stringify(answer.body));
    assert.match(String(answer.body[field]), message);
  });

test('a group cannot be its own ancestor', async () => {
  const make = async (name: string, parents: string[]) => (await ask('POST', 'groups/', { name, parents })).body.id;
  const top = await make('top', []);
  await make('middle', ['top']);
  const bottom = await make('bottom', ['middle']);
  for (const parents of [['bottom'], ['top'], [bottom]]) {
    const { status, body } = await ask('PATCH', `groups/${top}/`, { parents });
    assert.equal(status, 400);
    assert.deepEqual(body, { parents: ['A group cannot be its own ancestor.'] });
  }
  assert.deepEqual((await ask('GET', `groups/${top}/`)).body.parents, []);
});

test('changes and deletions are told to the audit log, without what was changed', async () => {
  const { body: user } = await ask('POST', 'users/', { username: 'carol', password: 'a secret word' });
  assert.equal((await ask('PATCH', `users/${user.id}/`, { name: 'Carol', password: 'another word' })).status, 200);
  assert.equal((await ask('DELETE', `users/${user.id}/`)).status, 204);
  assert.equal((await ask('GET', `users/${user.id}/`)).status, 404);
  const { body } = await ask('GET', 'events/?username=admin&limit=3');
  assert.deepEqual(
    body.results.map(({ action }: { action: string }) => action),
    ['model_deleted', 'model_updated', 'model_created'],
  );
  assert.deepEqual(body.results[1].context.changed, ['name', 'password']);
  assert.ok(!JSON.stringify(body).includes('another word'));
});
