import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigurationError, readConfiguration } from './configuration.ts';

test('an empty environment gives the defaults', () => {
  assert.deepEqual(readConfiguration({ PORT: '', DATABASE_URL: ' ' }), {
    databaseUrl: null,
    databaseReplicaUrls: [],
    host: '127.0.0.1',
    port: 8000,
    dataDirectory: './data',
    basePath: '',
    settings: {},
    jsonSettings: {},
    folder: { directory: './configuration', required: false },
    unknownSettings: [],
    replay: false,
    superuser: { name: 'admin', email: '', password: null, apiToken: null },
  });
});

test('what is set is read', () => {
  const found = readConfiguration({
    DATABASE_URL: 'postgres://u@h/d',
    DATABASE_REPLICA_URLS: 'postgres://u@r1/d, postgres://u@r2/d',
    PORT: '0',
    BASE_PATH: '/netbox/',
    SETTINGS_JSON: '{"MAX_PAGE_SIZE": 30, "STORAGES": {}}',
    REPLAY: '1',
    SUPERUSER_API_TOKEN: 'nbt_abcdefghijkl.0123456789012345678901234567890123456789',
  });
  assert.equal(found.databaseReplicaUrls.length, 2);
  assert.deepEqual(
    [found.port, found.basePath, found.settings, found.unknownSettings, found.replay],
    [0, 'netbox', { MAX_PAGE_SIZE: 30 }, ['STORAGES'], true],
  );
});

const spelled: [environment: Record<string, string>, settings: Record<string, unknown>][] = [
  [{ REMOTE_AUTH_ENABLED: "'true'" }, { REMOTE_AUTH_ENABLED: true }],
  [
    { LOGIN_REQUIRED: 'False', LOGIN_TIMEOUT: 'None' },
    { LOGIN_REQUIRED: false, LOGIN_TIMEOUT: null },
  ],
  [{ LOGIN_TIMEOUT: '3600' }, { LOGIN_TIMEOUT: 3600 }],
  [{ REMOTE_AUTH_DEFAULT_GROUPS: 'readers writers' }, { REMOTE_AUTH_DEFAULT_GROUPS: ['readers', 'writers'] }],
  [{ REMOTE_AUTH_SUPERUSER_GROUPS: '["net admins"]' }, { REMOTE_AUTH_SUPERUSER_GROUPS: ['net admins'] }],
  [{ REMOTE_AUTH_SUPERUSERS: "('alice', 'bob',)" }, { REMOTE_AUTH_SUPERUSERS: ['alice', 'bob'] }],
  [{ REMOTE_AUTH_BACKEND: "'a.B'" }, { REMOTE_AUTH_BACKEND: 'a.B' }],
  [{ REMOTE_AUTH_BACKEND: 'a.B c.D' }, { REMOTE_AUTH_BACKEND: ['a.B', 'c.D'] }],
  [
    { 'SOCIAL_AUTH_OIDC_SCOPE ': ' ["openid", "roles"]', SOCIAL_AUTH_OIDC_KEY: "'123'" },
    { SOCIAL_AUTH: { SOCIAL_AUTH_OIDC_SCOPE: ['openid', 'roles'], SOCIAL_AUTH_OIDC_KEY: '123' } },
  ],
  [{ SOCIAL_AUTH_OIDC_SECRET: "''" }, {}],
  [{ DEBUG: 'express:*', HOSTNAME: '0a1b2c' }, {}],
  [
    { MAX_PAGE_SIZE: '10', PAGINATE_COUNT: '20', SETTINGS_JSON: '{"MAX_PAGE_SIZE": 30}' },
    { MAX_PAGE_SIZE: 30, PAGINATE_COUNT: 20 },
  ],
];
for (const [environment, settings] of spelled)
  test(`the environment ${JSON.stringify(environment)}`, () => {
    assert.deepEqual(readConfiguration(environment).settings, settings);
  });

const refused: [variable: string, value: string, message: RegExp][] = [
  ['PORT', '80a', /^PORT must be a number from 0 to 65535, not "80a"\.$/],
  ['PORT', '70000', /70000/],
  ['DATABASE_URL', 'mysql://h/d', /^DATABASE_URL: The database URL cannot be used/],
  ['DATABASE_REPLICA_URLS', 'h', /^DATABASE_REPLICA_URLS: /],
  ['BASE_PATH', 'a b', /^BASE_PATH must be a path such as "netbox\/", not "a b"\.$/],
  ['SETTINGS_JSON', '{', /^SETTINGS_JSON is not JSON: /],
  ['SETTINGS_JSON', '[1]', /^SETTINGS_JSON must be an object/],
  [
    'SETTINGS_JSON',
    '{"MAX_PAGE_SIZE": "x"}',
    /^SETTINGS_JSON: MAX_PAGE_SIZE must be a whole number from 0, not "x"\.$/,
  ],
  ['LOGIN_REQUIRED', 'maybe', /^LOGIN_REQUIRED must be true or false, not "maybe"\.$/],
  ['REMOTE_AUTH_TRUSTED_PROXIES', '10.0.0.0/33', /^REMOTE_AUTH_TRUSTED_PROXIES must be a list of networks/],
  ['REPLAY', 'maybe', /^REPLAY must be 1 or 0, not "maybe"\.$/],
  ['SUPERUSER_API_TOKEN', 'secret', /^SUPERUSER_API_TOKEN must be .*, not 6 characters of another form\.$/],
];
for (const [variable, value, message] of refused)
  test(`${variable}=${value} is refused`, () => {
    assert.throws(
      () => readConfiguration({ [variable]: value }),
      (error: Error) => error instanceof ConfigurationError && message.test(error.message),
    );
  });
