import type { LoginUser, UserChanges } from './login-user.ts';

/** A row of social_auth_usersocialauth: somebody at a provider is an account here. */
export interface SocialLink {
  readonly id: string;
  readonly userId: string;
  readonly provider: string;
  readonly uid: string;
  readonly extraData: Readonly<Record<string, unknown>>;
}

export interface GroupRow {
  readonly id: string;
  readonly name: string;
}

export interface NewAccount {
  readonly username: string;
  readonly email: string;
}

/** Accounts, groups and links in one login's transaction; whatever is changed here is undone with it. */
export interface Accounts {
  userById(id: string): Promise<LoginUser | null>;
  userByName(username: string): Promise<LoginUser | null>;
  /** Every active or inactive account with the address, in any case. */
  usersByEmail(email: string): Promise<readonly LoginUser[]>;
  createUser(account: NewAccount): Promise<LoginUser>;
  /** Writes the changes and returns the account as it is then. */
  changeUser(user: LoginUser, changes: UserChanges): Promise<LoginUser>;

  groups(): Promise<readonly GroupRow[]>;
  groupByName(name: string): Promise<GroupRow | null>;
  /** The group with the name, made where there is none. */
  getOrCreateGroup(name: string): Promise<{ readonly group: GroupRow; readonly created: boolean }>;
  groupsOf(user: Pick<LoginUser, 'id'>): Promise<readonly GroupRow[]>;
  /**
   * Makes the user a member. The provider's name is remembered with the membership, where it is new: what SSO gave, SSO
   * may take away.
   */
  addToGroup(user: LoginUser, group: GroupRow, provider: string): Promise<void>;
  removeFromGroup(user: LoginUser, group: GroupRow): Promise<void>;
  /** The memberships that logins by this provider made, and that are still there. */
  groupsFrom(user: LoginUser, provider: string): Promise<readonly GroupRow[]>;

  /** Gives the user a permission of their own, `dcim.add_site` with constraints; false where there is no such one. */
  grant(user: LoginUser, permission: string, constraints: unknown): Promise<boolean>;

  link(provider: string, uid: string): Promise<SocialLink | null>;
  createLink(user: LoginUser, provider: string, uid: string): Promise<SocialLink>;
  /** Merges values into a link's extra_data. */
  keepExtraData(link: SocialLink, data: Readonly<Record<string, unknown>>): Promise<SocialLink>;
}
