/** A provider's addresses; for OpenID Connect only those that settings give before discovery's. */
export interface Endpoints {
  readonly issuer?: string;
  readonly authorization?: string;
  readonly token?: string;
  /** Where the claims are asked for. */
  readonly userinfo?: string;
  readonly jwks?: string;
  readonly endSession?: string;
}

/** A provider that people may log in with. */
export interface Provider {
  /** The name in addresses and in links (`/oauth/complete/<name>/`, social_auth_usersocialauth.provider). */
  readonly name: string;
  /** What REMOTE_AUTH_BACKEND calls it: NetBox remembers with a session by which class it began. */
  readonly path: string;
  /** What the button says. */
  readonly label: string;
  /** `openid`: discovery, id_token. `oauth2`: fixed endpoints, claims from an API (GitHub). */
  readonly protocol: 'openid' | 'oauth2';
  /** The icon's name, as SOCIAL_AUTH_BACKEND_ATTRS gives it. */
  readonly icon: string | null;
  /** Why nobody can log in with it: a setting that is missing or can't be; null where there is none. */
  readonly problem: string | null;
  /** OpenID Connect: the issuer's address as it was configured, without `/.well-known/…` behind it. */
  readonly endpoint: string | null;
  /** What discovery would say, where it is given or there is none. */
  readonly endpoints: Endpoints;
  /** Whether the issuer that discovery names may lie elsewhere than the endpoint (Microsoft's do). */
  readonly foreignIssuer: boolean;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly scope: readonly string[];
  readonly authMethod: 'client_secret_basic' | 'client_secret_post' | null;
  /** Signatures that are accepted; null: what the provider announces. */
  readonly algorithms: readonly string[] | null;
  /** Seconds by which clocks may differ. */
  readonly leeway: number;
  /** Seconds that an id_token may be old when it comes. */
  readonly oldest: number;
  readonly pkce: boolean;
  /** The claims that give uid and details; `a|b` is the first of them that has a value. */
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
  /** The user name is what stands before the @ of the claim. */
  readonly localPart: boolean;
  /** OAuth 2.0: what else is asked for before somebody is let in, and for which claims. */
  readonly api: 'github' | 'gitlab' | null;
  /** Parameters of the authorization request beside the protocol's own: prompt, max_age, acr_values … */
  readonly parameters: Readonly<Record<string, string>>;
  /** Python-social-auth's settings for this provider, without prefix: what `backend.setting(name)` gives. */
  readonly settings: Readonly<Record<string, unknown>>;
}
