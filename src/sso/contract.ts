/** What the pages ask and are told of single sign-on. */

/** `GET /patchbay/login/`: what the login page begins with. */
export interface LoginFacts {
  /** The token that beginning a login at a provider needs. */
  readonly csrf: string;
  readonly providers: readonly LoginProvider[];
  /** What became of the last try; told once. */
  readonly notice: LoginNotice | null;
}

export interface LoginProvider {
  readonly name: string;
  readonly label: string;
  readonly icon: string | null;
  /** Why nobody can log in with it. */
  readonly problem: string | null;
}

/** `POST /oauth/begin/<provider>/`, from a script. */
export interface BeginAsked {
  /** Where to go afterwards. */
  readonly next: string;
  /** Asks for the name again, whoever the provider knows. */
  readonly again?: boolean;
  readonly purpose?: 'login' | 'link' | 'test';
}

/** Where the browser goes from there: the provider. */
export interface LoginBegun {
  readonly url: string;
}

/** What the login page is to say of a login that came to nothing. */
export interface LoginNotice {
  readonly kind: 'denied' | 'expired' | 'failed' | ProviderFailure;
  readonly message: string;
}

/** Why a login at a provider came to nothing; each is a row of docs/sso.md. */
export type ProviderFailure = 'unavailable' | 'refused' | 'untrusted' | 'misconfigured';

/** `GET /patchbay/sso/`: single sign-on as administrators see it. */
export interface SingleSignOn {
  readonly providers: readonly SsoProvider[];
  readonly refused: readonly LoginAttempt[];
  readonly links: readonly AccountLink[];
  readonly test: KeptTest | null;
}

export interface SsoProvider {
  readonly name: string;
  readonly label: string;
  readonly protocol: string;
  /** Why nobody can log in with it. */
  readonly problem: string | null;
  readonly endpoint: string | null;
  readonly client_id: string;
  readonly scope: readonly string[];
  /** Which claim gives what. */
  readonly claims: Readonly<Record<string, string | null>>;
  readonly redirect_uri: string;
  readonly back_channel_logout_uri: string;
  /** The names of the steps of a login. */
  readonly pipeline: readonly string[];
}

/** Somebody who came from a provider and was not let in: an administrator may link them to an account. */
export interface LoginAttempt {
  readonly provider: string;
  readonly uid: string;
  readonly username: string | null;
  readonly email: string | null;
  readonly outcome: string;
  readonly at: string;
}

/** An account that belongs to somebody at a provider. */
export interface AccountLink extends LinkAsked {
  readonly id: number;
  readonly created: string;
}

/** `POST /patchbay/sso/links/` */
export interface LinkAsked {
  readonly username: string;
  readonly provider: string;
  readonly uid: string;
}

/** What a login would lead to. */
export interface TestResult {
  readonly claims: Readonly<Record<string, unknown>>;
  /** Null: somebody would be let in. */
  readonly refused: string | null;
  readonly user: { readonly username: string; readonly email: string; readonly is_superuser: boolean } | null;
  readonly isNew: boolean;
  readonly newLink: boolean;
  readonly uid: string | null;
  readonly groups: readonly string[];
}

/** The last test login of an administrator. */
export interface KeptTest extends TestResult {
  readonly provider: string;
  readonly at: string;
}
