/** A redirect URI that a client may use. */
export interface RedirectUri {
  readonly matching_mode: 'strict' | 'regex';
  readonly url: string;
  /** Where it may be used: at the end of a login, or of a logout. */
  readonly redirect_uri_type: 'authorization' | 'logout';
}

/** A key as a provider uses it. */
export interface KeyVersionRow {
  readonly kid: string;
  readonly public_jwk: Record<string, unknown>;
  readonly private_sealed: string;
  readonly certificate: string | null;
  /** The one that signs; the others are there so that what they signed can still be verified. */
  readonly signs: boolean;
}

export interface ScopeMappingRow {
  readonly id: string;
  readonly name: string;
  readonly managed: string | null;
  readonly scope_name: string;
  readonly description: string;
  readonly expression: string;
}

export interface ApplicationRow {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly launch_url: string;
}

export const subModes = ['hashed_user_id', 'user_id', 'user_uuid', 'user_username', 'user_email', 'user_upn'] as const;

/** A provider with everything that decides how it answers. */
export interface ProviderRow {
  readonly id: number;
  readonly name: string;
  readonly client_type: 'confidential' | 'public';
  readonly client_id: string;
  /** Sealed. */
  readonly client_secret: string;
  readonly redirect_uris: readonly RedirectUri[];
  readonly sub_mode: (typeof subModes)[number];
  readonly issuer_mode: 'per_provider' | 'global';
  readonly consent: 'implicit' | 'explicit';
  readonly include_claims_in_id_token: boolean;
  /** Seconds. */
  readonly access_code_validity: number;
  readonly access_token_validity: number;
  readonly refresh_token_validity: number;
  /** Where the back channel is told of logouts; empty: nowhere. */
  readonly logout_uri: string;
  readonly application: ApplicationRow;
  readonly algorithm: string | null;
  readonly keys: readonly KeyVersionRow[];
  readonly mappings: readonly ScopeMappingRow[];
}
