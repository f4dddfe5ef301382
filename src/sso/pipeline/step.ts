import type { Queryable } from '#database/connect.ts';
import type { Provider } from '../settings/provider.ts';
import type { SsoSettings } from '../settings/sso-settings.ts';
import type { Accounts, SocialLink } from './accounts.ts';
import type { LoginUser } from './login-user.ts';

/** What a provider says of somebody, in the names of NetBox's accounts. */
export interface Details {
  readonly username?: string | undefined;
  readonly email?: string | undefined;
  readonly fullname?: string | undefined;
  readonly first_name?: string | undefined;
  readonly last_name?: string | undefined;
  readonly [name: string]: unknown;
}

/** What the steps of one login hand on to each other, under python-social-auth's meanings. */
export interface LoginState {
  /** The token response, the id_token's claims and userinfo, merged. */
  readonly response: Readonly<Record<string, unknown>>;
  readonly details: Details;
  readonly uid: string | null;
  /** Null until a step has found or made the account. */
  readonly user: LoginUser | null;
  readonly social: SocialLink | null;
  readonly username: string | null;
  readonly isNew: boolean;
  readonly newAssociation: boolean;
  /** What custom steps handed on beside these: the keyword arguments of the later ones. */
  readonly more: Readonly<Record<string, unknown>>;
}

/** What a step may use beside the state: the surroundings of the login, the same for every step. */
export interface LoginContext {
  readonly provider: Provider;
  readonly settings: SsoSettings;
  /** The login's transaction: whatever throws undoes all of it. */
  readonly sql: Queryable;
  /** Accounts, groups and links, read and written in that transaction. */
  readonly accounts: Accounts;
}

/**
 * A step of the pipeline. What it returns is merged into the state; it throws a LoginRefused to turn somebody away with
 * words that they are shown, and anything else to end the login as failed.
 */
export type Step = (state: LoginState, context: LoginContext) => Promise<Partial<LoginState> | undefined>;
