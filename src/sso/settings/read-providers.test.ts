import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings, type Settings } from '#base/settings.ts';
import { mappedGroups } from '../groups/mapped-groups.ts';
import { safeNext } from '../routes/safe-next.ts';
import type { Provider } from './provider.ts';
import { readProviders } from './read-providers.ts';

const read = (change: Partial<Settings>): Provider[] => [...readProviders({ ...defaultSettings, ...change }).values()];
const one = (backend: string, social: Record<string, unknown>) =>
  read({ REMOTE_AUTH_BACKEND: `social_core.backends.${backend}`, SOCIAL_AUTH: social })[0]!;

const endpoints: [
  backend: string,
  social: Record<string, unknown>,
  name: string,
  endpoint: string | null,
  uid: string,
][] = [
  ['open_id_connect.OpenIdConnectAuth', { SOCIAL_AUTH_OIDC_ENDPOINT: 'https://a/b/' }, 'oidc', 'https://a/b', 'sub'],
  [
    'open_id_connect.OpenIdConnectAuth',
    { SOCIAL_AUTH_OIDC_OIDC_ENDPOINT: 'https://a/b' },
    'oidc',
    'https://a/b',
    'sub',
  ],
  [
    'okta_openidconnect.OktaOpenIdConnect',
    { SOCIAL_AUTH_OKTA_OPENIDCONNECT_API_URL: 'https://o/oauth2' },
    'okta-openidconnect',
    'https://o',
    'preferred_username',
  ],
  [
    'okta.OktaOAuth2',
    { SOCIAL_AUTH_OKTA_OAUTH2_API_URL: 'https://o/oauth2/default/' },
    'okta-oauth2',
    'https://o/oauth2/default',
    'preferred_username',
  ],
  ['azuread.AzureADOAuth2', {}, 'azuread-oauth2', 'https://login.microsoftonline.com/common', 'upn|preferred_username'],
  [
    'azuread_tenant.AzureADTenantOAuth2',
    { SOCIAL_AUTH_AZUREAD_TENANT_OAUTH2_TENANT_ID: 't' },
    'azuread-tenant-oauth2',
    'https://login.microsoftonline.com/t',
    'sub',
  ],
  [
    'azuread_tenant.AzureADV2TenantOAuth2',
    { SOCIAL_AUTH_AZUREAD_V2_TENANT_OAUTH2_TENANT_ID: 't' },
    'azuread-v2-tenant-oauth2',
    'https://login.microsoftonline.com/t/v2.0',
    'preferred_username',
  ],
  ['google.GoogleOAuth2', {}, 'google-oauth2', 'https://accounts.google.com', 'email'],
  [
    'google_openidconnect.GoogleOpenIdConnect',
    { SOCIAL_AUTH_GOOGLE_OPENIDCONNECT_USE_UNIQUE_USER_ID: 'true' },
    'google-openidconnect',
    'https://accounts.google.com',
    'sub',
  ],
  [
    'keycloak.KeycloakOAuth2',
    { SOCIAL_AUTH_KEYCLOAK_AUTHORIZATION_URL: 'https://k/realms/r/protocol/openid-connect/auth' },
    'keycloak',
    'https://k/realms/r',
    'preferred_username',
  ],
  ['gitlab.GitLabOAuth2', {}, 'gitlab', null, 'id'],
  ['github.GithubOAuth2', {}, 'github', null, 'id'],
];
for (const [backend, social, name, endpoint, uid] of endpoints)
  test(`${backend} ${JSON.stringify(social)}`, () => {
    const prefix = `SOCIAL_AUTH_${name.toUpperCase().replaceAll('-', '_')}_`;
    const provider = one(backend, { ...social, [`${prefix}KEY`]: 'k', [`${prefix}SECRET`]: 's' });
    assert.deepEqual(
      [
        provider.name,
        provider.endpoint,
        provider.claims.uid,
        provider.clientId,
        provider.clientSecret,
        provider.problem,
      ],
      [name, endpoint, uid, 'k', 's', null],
    );
  });

test('scopes: the usual ones with others, words or lists, or only others', () => {
  const scope = (social: Record<string, unknown>) => one('open_id_connect.OpenIdConnectAuth', social).scope.join(' ');
  assert.equal(scope({}), 'openid profile email');
  assert.equal(scope({ SOCIAL_AUTH_OIDC_SCOPE: ['openid', 'roles'] }), 'openid profile email roles');
  assert.equal(scope({ SOCIAL_AUTH_SCOPE: 'groups roles' }), 'openid profile email groups roles');
  assert.equal(scope({ SOCIAL_AUTH_OIDC_SCOPE: 'openid', SOCIAL_AUTH_OIDC_IGNORE_DEFAULT_SCOPE: true }), 'openid');
});

test('a setting of the provider goes before one of all; another’s is none', () => {
  const provider = one('open_id_connect.OpenIdConnectAuth', {
    SOCIAL_AUTH_USERNAME_KEY: 'general',
    SOCIAL_AUTH_OIDC_USERNAME_KEY: 'own',
    SOCIAL_AUTH_GITHUB_KEY: 'not mine',
    SOCIAL_AUTH_EMAIL_KEY: 'mail',
  });
  assert.deepEqual([provider.claims.username, provider.claims.email, provider.clientId], ['own', 'mail', '']);
});

const wrong: [change: Partial<Settings>, message: RegExp][] = [
  [{ REMOTE_AUTH_BACKEND: 'a.B' }, /^REMOTE_AUTH_BACKEND: Patchbay has no login "a\.B"/],
  [{ SSO_PROVIDERS: { 'a/b': {} } }, /^SSO_PROVIDERS\.a\/b: a provider's name/],
  [{ SSO_PROVIDERS: { a: 'x' } }, /^SSO_PROVIDERS\.a must be an object/],
  [{ SSO_PROVIDERS: { a: { backend: 'saml' } } }, /^SSO_PROVIDERS\.a\.backend must be one of oidc, /],
  [{ SSO_PROVIDERS: { a: { scope: 5 } } }, /^SSO_PROVIDERS\.a\.scope must be a list of texts, not 5\.$/],
  [{ SSO_PROVIDERS: { a: { use_pkce: 'perhaps' } } }, /use_pkce must be true or false/],
  [{ SSO_PROVIDERS: { a: { token_endpoint_auth_method: 'none' } } }, /must be client_secret_basic or/],
  [{ SSO_PROVIDERS: { a: { jwt_leeway: -1 } } }, /jwt_leeway must be a number from 0/],
];
for (const [change, message] of wrong)
  test(`refused: ${JSON.stringify(change)}`, () => {
    assert.throws(
      () => read(change),
      (error: Error) => message.test(error.message),
    );
  });

test('values of the claim become names of groups', () => {
  const map = { a: 'A', all: ['B', 'C'] };
  const cases: [map: Record<string, unknown>, prefix: string, names: string[]][] = [
    [{}, '', ['a', 'all', 'nb-x', '__proto__']],
    [map, '', ['A', 'B', 'C']],
    [{}, 'nb-', ['nb-x']],
    [map, 'nb-', ['A', 'B', 'C', 'nb-x']],
  ];
  for (const [SSO_GROUP_MAP, SSO_GROUP_PREFIX, names] of cases)
    assert.deepEqual(mappedGroups(['a', 'all', 'nb-x', '__proto__'], { SSO_GROUP_MAP, SSO_GROUP_PREFIX }), names);
});

const nexts: [next: unknown, basePath: string, path: string][] = [
  ['/dcim/', '', '/dcim/'],
  ['/dcim/', 'nb', '/nb/dcim/'],
  ['/nb/dcim/?a=b#c', 'nb', '/nb/dcim/?a=b#c'],
  ['/nbx/', 'nb', '/nb/nbx/'],
  ['/../../x', 'nb', '/nb/x'],
  ['/.//evil.example', '', '/'],
  ['//evil.example', '', '/'],
  ['/\\evil.example', '', '/'],
  ['https://evil.example', 'nb', '/nb/'],
  [['/a'], '', '/'],
  [undefined, '', '/'],
  [`/${'a'.repeat(3000)}`, '', '/'],
];
for (const [next, basePath, path] of nexts)
  test(`next ${JSON.stringify(next)?.slice(0, 40)} below "${basePath}"`, () => {
    assert.equal(safeNext(next, basePath), path);
  });
