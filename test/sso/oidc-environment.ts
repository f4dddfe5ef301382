/** The variables that make Patchbay log in at a provider of OpenID Connect. */
export function oidcEnvironment(provider: {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}): Record<string, string> {
  return {
    REMOTE_AUTH_BACKEND: 'social_core.backends.open_id_connect.OpenIdConnectAuth',
    SOCIAL_AUTH_OIDC_ENDPOINT: provider.issuer,
    SOCIAL_AUTH_OIDC_KEY: provider.clientId,
    SOCIAL_AUTH_OIDC_SECRET: provider.clientSecret,
  };
}
