import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authenticate } from '#access/authenticate.ts';
import { makePassword } from '#access/password.ts';
import { permissionCondition } from '#access/permissions.ts';
import { createToken } from '#access/token.ts';
import { HttpError } from '#base/http-error.ts';
import { defaultSettings } from '#base/settings.ts';
import { computedBehaviours } from '#domain/computed/index.ts';
import { displayBehaviours } from '#domain/display/index.ts';
import { registry } from '#models/registry.ts';
import type { Action } from '#operations/action.ts';
import { readContentTypes } from '#operations/read/content-types.ts';
import { ReadContext } from '#operations/read/context.ts';
import { Shapes } from '#operations/read/shapes.ts';
import { authenticationCheck } from '#surfaces/tokens/authentication-check.ts';
import { provisionToken } from '#surfaces/tokens/provision-token.ts';
import { userConfig } from '#surfaces/user-config/user-config.ts';
import { testDatabase } from './database.ts';

/** What everybody may ask about themselves. */
const { sql } = await testDatabase();
const settings = { ...defaultSettings, SECRET_KEY: 'x1'.repeat(35), API_TOKEN_PEPPERS: { 1: 'pepper '.repeat(9) } };
const contentTypes = await readContentTypes(sql);
const shapes = new Shapes(registry, { computed: computedBehaviours, display: displayBehaviours });

await sql.unsafe(
  `insert into users_user (id, password, is_superuser, username, first_name, last_name, email, is_active, date_joined)
   values (7, $1, false, 'alice', 'Alice', '', '', true, '2026-01-01T00:00:00Z')`,
  [await makePassword('right')],
);
const reader = await createToken(sql, settings, { userId: 7, writeEnabled: false });
const writer = await createToken(sql, settings, { userId: 7, version: 1 });
const known = { authorization: `Token ${writer.secret}` };

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Runs an action for whoever the headers show. */
async function ask(action: Action, { method = 'GET', headers = {}, body }: Asked = {}) {
  const identity = await authenticate({ sql, settings, request: { headers, method, address: '127.0.0.1' } });
  const { user, token } = identity;
  try {
    const { status, json } = await action.run({
      method,
      key: undefined,
      rest: [],
      query: new URLSearchParams(),
      body,
      headers,
      path: `/api/${action.path}/`,
      address: undefined,
      asker: {
        userId: user?.id,
        username: user?.username,
        isSuperuser: user?.isSuperuser ?? false,
        by: token ? 'token' : 'none',
        mayWrite: token?.writeEnabled ?? false,
      },
      sql,
      context: new ReadContext({ sql, registry, shapes, settings, contentTypes, base: 'http://netbox' }),
      settings,
      permits: (model, action) => permissionCondition({ registry, identity, model, action, settings }),
    });
    return { status, body: JSON.parse(json!) };
  } catch (error) {
    if (error instanceof HttpError) return { status: error.status, body: error.body };
    throw error;
  }
}
const provision = (body: object) => ask(provisionToken, { method: 'POST', body });

test('/api/authentication-check/ tells the user who asks', async () => {
  const { status, body } = await ask(authenticationCheck, { headers: known });
  assert.equal(status, 200);
  assert.deepEqual(body, {
    id: 7,
    url: 'http://netbox/api/users/users/7/',
    display_url: 'http://netbox/users/users/7/',
    display: 'alice (Alice)',
    username: 'alice',
    first_name: 'Alice',
    last_name: '',
    email: '',
    is_active: true,
    date_joined: '2026-01-01T00:00:00Z',
    last_login: null,
    groups: [],
    permissions: [],
  });
});

test('/api/authentication-check/ of a stranger', async () => {
  const detail = 'Authentication credentials were not provided.';
  assert.deepEqual(await ask(authenticationCheck), { status: 403, body: { detail } });
});

test('a provisioned v2 token is told once and opens the door', async () => {
  const { status, body } = await provision({ username: 'alice', password: 'right' });
  assert.equal(status, 201);
  assert.deepEqual(
    Object.keys(body).join(' '),
    'id url display_url display version user key created expires last_used enabled write_enabled description allowed_ips token',
  );
  const user = { id: 7, url: 'http://netbox/api/users/users/7/', display: 'alice (Alice)', username: 'alice' };
  assert.deepEqual([body.version, body.user, body.allowed_ips, body.display], [2, user, [], body.key]);
  assert.match(`${body.key} ${body.token}`, /^[A-Za-z0-9]{12} [A-Za-z0-9]{40}$/);
  const headers = { authorization: `Bearer nbt_${body.key}.${body.token}` };
  assert.equal((await ask(authenticationCheck, { headers })).status, 200);
  const [row] = await sql.unsafe('select plaintext, hmac_digest from users_token where id = $1', [body.id]);
  assert.equal(row!.plaintext, null);
  assert.match(row!.hmac_digest as string, /^[0-9a-f]{64}$/);
});

test('a provisioned v1 token with everything said', async () => {
  const { status, body } = await provision({
    username: 'alice',
    password: 'right',
    version: 1,
    description: 'd',
    allowed_ips: ['10.1.2.3/8', '::1/128'],
    expires: '2999-01-01T00:00:00Z',
    write_enabled: false,
  });
  assert.equal(status, 201);
  const { version, key, description, allowed_ips, expires, write_enabled, display, token } = body;
  assert.deepEqual(
    [version, key, description, allowed_ips, expires, write_enabled, display],
    [1, null, 'd', ['10.0.0.0/8', '::1/128'], '2999-01-01T00:00:00Z', false, '*'.repeat(34) + token.slice(-6)],
  );
});

test('nothing is provisioned for a wrong password, nor for an incomplete request', async () => {
  const before = await sql.unsafe('select count(*) from users_token');
  const wrong = await provision({ username: 'nobody', password: 'right' });
  assert.deepEqual(wrong, { status: 403, body: { detail: 'Invalid username/password' } });
  const required = ['This field is required.'];
  assert.deepEqual(await provision({}), { status: 400, body: { username: required, password: required } });
  assert.deepEqual(await sql.unsafe('select count(*) from users_token'), before);
});

test('/api/users/config/ is the user’s own and is merged into', async () => {
  assert.deepEqual(await ask(userConfig, { headers: known }), { status: 200, body: {} });
  const patch = (body: object, headers = known) => ask(userConfig, { method: 'PATCH', body, headers });
  assert.deepEqual(await patch({ a: { b: 1 }, c: 2 }), { status: 200, body: { a: { b: 1 }, c: 2 } });
  assert.deepEqual(await patch({ a: { d: 3 }, c: null }), { status: 200, body: { a: { b: 1, d: 3 }, c: null } });
  const reading = { authorization: `Token nbt_${reader.key}.${reader.secret}` };
  assert.deepEqual((await ask(userConfig, { headers: reading })).body, { a: { b: 1, d: 3 }, c: null });
  assert.deepEqual([(await patch({ c: 1 }, reading)).status, (await ask(userConfig)).status], [403, 403]);
});
