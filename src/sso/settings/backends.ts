import type { Endpoints, Provider } from './provider.ts';

/** The value of one of the provider's settings, by its name without prefix. */
export type GetSetting = (name: string) => unknown;

/** What python-social-auth's class stands for. */
export interface Backend {
  /** The name under which NetBox keeps its links. */
  readonly name: string;
  readonly label: string;
  readonly icon?: string;
  readonly protocol?: 'openid' | 'oauth2';
  readonly api?: Provider['api'];
  readonly scope?: readonly string[];
  readonly claims?: Partial<Provider['claims']>;
  readonly localPart?: boolean;
  readonly foreignIssuer?: boolean;
  /** The setting that says where the provider is, for the message where it is missing; none where it is known. */
  readonly asks?: string;
  endpoint?(get: GetSetting): string | null;
  endpoints?(get: GetSetting): Endpoints;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const below = (base: string, path: string): string => `${base.replace(/\/+$/, '')}/${path}`;

/** Microsoft's: the first form of its addresses names issuers at another host, and `common` no tenant. */
const entra = (version: '' | '/v2.0', tenant: (get: GetSetting) => string | null) => ({
  label: 'Microsoft Entra ID',
  icon: 'microsoft',
  foreignIssuer: true,
  endpoint: (get: GetSetting) =>
    `https://${text(get('AUTHORITY_HOST')) ?? 'login.microsoftonline.com'}/${tenant(get) ?? 'common'}${version}`,
});
const tenantId = (get: GetSetting) => text(get('TENANT_ID'));

const okta = {
  asks: 'API_URL',
  claims: { uid: 'preferred_username' },
  endpoint: (get: GetSetting) => text(get('API_URL'))?.replace(/\/oauth2\/?$/, '') ?? null,
};

const google = {
  label: 'Google',
  icon: 'google',
  claims: { username: 'email' },
  localPart: true,
  endpoint: () => 'https://accounts.google.com',
};

const github = { label: 'GitHub', icon: 'github', protocol: 'oauth2', api: 'github' } as const;
const githubClaims = { uid: 'id', username: 'login', fullname: 'name' };
const githubAt = (web: string, api: string): Endpoints => ({
  issuer: web,
  authorization: below(web, 'login/oauth/authorize'),
  token: below(web, 'login/oauth/access_token'),
  userinfo: below(api, 'user'),
});
const githubCom = {
  ...github,
  claims: githubClaims,
  endpoints: () => githubAt('https://github.com', 'https://api.github.com'),
};
const githubEnterprise = {
  ...github,
  label: 'GitHub Enterprise',
  claims: githubClaims,
  asks: 'URL and API_URL',
  endpoints(get: GetSetting): Endpoints {
    const [web, api] = [text(get('URL')), text(get('API_URL'))];
    return web && api ? githubAt(web, api) : {};
  },
};

/** The values of REMOTE_AUTH_BACKEND that mean a login at a provider. */
export const backends: Readonly<Record<string, Backend>> = {
  'social_core.backends.open_id_connect.OpenIdConnectAuth': {
    name: 'oidc',
    label: 'OpenID Connect',
    asks: 'ENDPOINT',
    endpoint: (get) => text(get('OIDC_ENDPOINT')) ?? text(get('ENDPOINT')),
  },
  'social_core.backends.okta_openidconnect.OktaOpenIdConnect': {
    name: 'okta-openidconnect',
    label: 'Okta (OIDC)',
    ...okta,
  },
  'social_core.backends.okta.OktaOAuth2': { name: 'okta-oauth2', label: 'Okta', ...okta },
  'social_core.backends.azuread.AzureADOAuth2': {
    name: 'azuread-oauth2',
    claims: { uid: 'upn|preferred_username', username: 'name', email: 'email|upn' },
    ...entra('', () => null),
  },
  'social_core.backends.azuread.AzureADOAuth2V2': {
    name: 'azuread-oauth2-v2',
    claims: { uid: 'upn|preferred_username', username: 'name', email: 'email|upn' },
    ...entra('/v2.0', () => null),
  },
  'social_core.backends.azuread_tenant.AzureADTenantOAuth2': {
    name: 'azuread-tenant-oauth2',
    claims: { username: 'name', email: 'preferred_username|upn|email' },
    ...entra('', tenantId),
  },
  'social_core.backends.azuread_tenant.AzureADV2TenantOAuth2': {
    name: 'azuread-v2-tenant-oauth2',
    claims: { uid: 'preferred_username', username: 'name', email: 'preferred_username' },
    ...entra('/v2.0', tenantId),
  },
  'social_core.backends.google.GoogleOAuth2': { name: 'google-oauth2', ...google },
  'social_core.backends.google_openidconnect.GoogleOpenIdConnect': { name: 'google-openidconnect', ...google },
  'social_core.backends.keycloak.KeycloakOAuth2': {
    name: 'keycloak',
    label: 'Keycloak',
    asks: 'AUTHORIZATION_URL',
    // The class decodes the access token; the realm's own discovery says all that and more.
    claims: { uid: 'preferred_username' },
    endpoint: (get) =>
      text(get('OIDC_ENDPOINT')) ??
      text(get('AUTHORIZATION_URL'))?.replace(/\/protocol\/openid-connect\/auth.*$/, '') ??
      null,
  },
  'social_core.backends.gitlab.GitLabOAuth2': {
    name: 'gitlab',
    label: 'GitLab',
    icon: 'gitlab',
    protocol: 'oauth2',
    api: 'gitlab',
    scope: ['read_user'],
    claims: { uid: 'id', username: 'username', fullname: 'name' },
    endpoints(get) {
      const base = text(get('API_URL')) ?? 'https://gitlab.com';
      return {
        issuer: base,
        authorization: below(base, 'oauth/authorize'),
        token: below(base, 'oauth/token'),
        userinfo: below(base, 'api/v4/user'),
      };
    },
  },
  'social_core.backends.github.GithubOAuth2': { name: 'github', ...githubCom },
  'social_core.backends.github.GithubOrganizationOAuth2': { name: 'github-org', scope: ['read:org'], ...githubCom },
  'social_core.backends.github.GithubTeamOAuth2': { name: 'github-team', scope: ['read:org'], ...githubCom },
  'social_core.backends.github_enterprise.GithubEnterpriseOAuth2': { name: 'github-enterprise', ...githubEnterprise },
  'social_core.backends.github_enterprise.GithubEnterpriseOrganizationOAuth2': {
    name: 'github-enterprise-org',
    scope: ['read:org'],
    ...githubEnterprise,
  },
  'social_core.backends.github_enterprise.GithubEnterpriseTeamOAuth2': {
    name: 'github-enterprise-team',
    scope: ['read:org'],
    ...githubEnterprise,
  },
};

/** Values of REMOTE_AUTH_BACKEND that are no provider: logins by header, and by password. */
export const otherBackends: ReadonlySet<string> = new Set([
  'netbox.authentication.RemoteUserBackend',
  'netbox.authentication.ObjectPermissionBackend',
  'django.contrib.auth.backends.ModelBackend',
]);
