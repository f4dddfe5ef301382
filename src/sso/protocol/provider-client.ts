/** What a login's first half needs, and its second checks. */
export interface LoginSecrets {
  readonly state: string;
  readonly nonce: string;
  /** PKCE's secret (RFC 7636). */
  readonly verifier: string;
}

export interface LoginRequest extends LoginSecrets {
  /** `https://netbox.company/oauth/complete/oidc/` */
  readonly redirectUri: string;
  /** Asks for a new login at the provider, whoever is logged in there. */
  readonly again?: boolean;
}

export interface LoginResponse extends LoginSecrets {
  /** The address to which the provider sent the browser, with everything behind it. */
  readonly currentUrl: URL;
}

/** What a provider vouches for. */
export interface Vouched {
  /** The token response, the id_token's claims and userinfo, merged. */
  readonly response: Readonly<Record<string, unknown>>;
  readonly idToken: string | null;
  readonly issuer: string;
  readonly subject: string | null;
  /** The session there (`sid`), which back-channel logout names. */
  readonly session: string | null;
}

export interface LogoutRequest {
  readonly idToken: string | null;
  readonly redirectUri: string;
}

/** Who a provider logs out: a session there, or everything of a subject. */
export interface BackChannelLogout {
  readonly subject: string | null;
  readonly session: string | null;
}

/** How one provider is talked to. Everything throws a ProviderError. */
export interface ProviderClient {
  /** Where the browser is sent to log in. */
  authorizationUrl(request: LoginRequest): Promise<URL>;
  complete(response: LoginResponse): Promise<Vouched>;
  /** Where the browser is sent to log out there, too; null where the provider has no such place. */
  endSessionUrl(request: LogoutRequest): Promise<URL | null>;
  /** Checks a logout_token of the provider's own making. */
  backChannelLogout(token: string): Promise<BackChannelLogout>;
}
