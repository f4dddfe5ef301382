import type { PermissionSet } from './permission-set.ts';

/** Who makes a request. Ids are PostgreSQL's text. */
export interface User {
  readonly id: string;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly isSuperuser: boolean;
  readonly groupIds: readonly string[];
}

/** The token that the request came with. */
export interface TokenUse {
  readonly id: string;
  readonly version: 1 | 2;
  readonly writeEnabled: boolean;
  /** The note of this use on its way to the database, where one is due; never rejects. */
  readonly noted: Promise<void> | null;
}

/** The session that the request's cookie named. */
export interface SessionUse {
  readonly key: string;
  /** What the session holds, beside who is logged in. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The token that unsafe requests must repeat in X-CSRFToken. */
  readonly csrf: string;
  /** A `Set-Cookie` that prolongs the session, where LOGIN_PERSISTENCE asks for it. */
  readonly renewal: string | null;
}

/** Who asks, how we know, and what they may do. */
export interface Identity {
  readonly user: User | null;
  readonly token: TokenUse | null;
  readonly session: SessionUse | null;
  /** Object permissions; empty for superusers, who need none, and for strangers. */
  readonly permissions: PermissionSet;
  /** The database's state when it told us (#database/keeper.ts); undefined where it did not. */
  readonly state?: string | undefined;
  /** The settings' revision at that moment, empty where there is none; undefined where nothing was asked. */
  readonly revision?: string;
  /** How far the database had written then (#database/replicas.ts). */
  readonly position?: string | undefined;
}
