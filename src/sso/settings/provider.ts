/** Where a plain OAuth 2.0 provider, which publishes no metadata, has its endpoints. */
export interface Endpoints {
  readonly issuer: string;
  readonly authorization: string;
  readonly token: string;
  /** Where the claims are asked for. */
  readonly userinfo: string;
}

/** A provider that people may log in with. */
export interface Provider {
  /** The name in addresses and in links (`/oauth/complete/<name>/`, social_auth_usersocialauth.provider). */
  readonly name: string;
  /** What the button says. */
  readonly label: string;
  /** `openid`: discovery, id_token. `oauth2`: fixed endpoints, claims from an API (GitHub). */
  readonly protocol: 'openid' | 'oauth2';
  /** OpenID Connect: the issuer's address as it was configured, without `/.well-known/…` behind it. */
  readonly endpoint: string | null;
  /** What discovery would say, where it is given or there is none. */
  readonly endpoints: Partial<Endpoints> & { readonly jwks?: string; readonly endSession?: string };
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly scope: readonly string[];
  readonly authMethod: 'client_secret_basic' | 'client_secret_post' | null;
  /** Signatures that are accepted; null: what the provider announces. */
  readonly algorithms: readonly string[] | null;
  /** Seconds by which clocks may differ. */
  readonly leeway: number;
  /** The claims that give uid and details. */
  readonly claims: {
    readonly uid: string;
    readonly username: string;
    readonly email: string;
    readonly fullname: string;
    readonly firstName: string;
    readonly lastName: string;
    /** Dotted path (`resource_access.netbox.roles`). */
    readonly groups: string;
  };
  /** Parameters of the authorization request beside the protocol's own: prompt, max_age, acr_values … */
  readonly parameters: Readonly<Record<string, string>>;
  /** Python-social-auth's settings for this provider, without prefix: what `backend.setting(name)` gives. */
  readonly settings: Readonly<Record<string, unknown>>;
}
