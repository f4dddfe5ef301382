/** A group as expressions see it. */
export interface GroupGiven {
  readonly id: string;
  readonly name: string;
  readonly is_superuser: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A user as expressions see them. */
export interface UserGiven {
  readonly id: number;
  readonly uuid: string;
  /** The hashed id, authentik's `uid`. */
  readonly uid: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly is_active: boolean;
  readonly type: string;
  readonly path: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly date_joined: string;
  readonly last_login: string | null;
  readonly password_change_date: string | null;
  /** Their groups, and all above these; `direct` are those they were put into. */
  readonly groups: readonly (GroupGiven & { readonly direct: boolean })[];
}

/** The provider that the claims are for; never its secret. */
export interface ProviderGiven {
  readonly id: number;
  readonly name: string;
  readonly client_type: string;
  readonly client_id: string;
  readonly sub_mode: string;
  readonly issuer_mode: string;
  readonly include_claims_in_id_token: boolean;
  readonly application: {
    readonly id: string;
    readonly name: string;
    readonly slug: string;
    readonly launch_url: string;
  };
}

/** The surroundings of a run: what its variables are made of. */
export interface ExpressionGiven {
  readonly user: UserGiven | null;
  readonly provider: ProviderGiven;
  readonly scopes: readonly string[];
  readonly context?: Readonly<Record<string, unknown>>;
}

/** What an expression may ask for beside what is given; whoever runs it reads that from the database. */
export interface ExpressionLookups {
  /** Users with these exact values (`username`, `attributes__building`, …); more are allowed, fewer not. */
  users(exact: Readonly<Record<string, unknown>>): Promise<readonly UserGiven[]>;
  groups(exact: Readonly<Record<string, unknown>>): Promise<readonly GroupGiven[]>;
  groupUsers(group: string): Promise<readonly UserGiven[]>;
  groupParents(group: string): Promise<readonly GroupGiven[]>;
  groupChildren(group: string): Promise<readonly GroupGiven[]>;
  /** The entitlements of a user, in one application or in all. */
  entitlements(
    user: number,
    application: string | null,
  ): Promise<readonly { readonly name: string; readonly attributes: Readonly<Record<string, unknown>> }[]>;
  authenticators(
    user: number,
  ): Promise<{ readonly totp: boolean; readonly webauthn: boolean; readonly static: boolean }>;
}
