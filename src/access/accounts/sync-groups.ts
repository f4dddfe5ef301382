import type { Settings } from '#base/settings.ts';
import type { Accounts, GroupRow } from './accounts.ts';
import type { LoginUser } from './login-user.ts';

export interface GroupSync {
  readonly accounts: Accounts;
  readonly settings: Settings;
  readonly user: LoginUser;
  /** The groups that somebody else says the user has, as they are called here. */
  readonly names: readonly string[];
  /** Who says so; memberships made for it are remembered under this name. */
  readonly provider: string;
  /** Which present memberships may go: all, as NetBox does it for headers, or only those that the provider made. */
  readonly takes: 'all' | 'own';
}

/**
 * REMOTE_AUTH_GROUP_SYNC_ENABLED: makes the user a member of the named groups, which are made where
 * REMOTE_AUTH_AUTO_CREATE_GROUPS says so, takes away what is named no more, and gives or takes the superuser's role.
 * Returns the user as they are then, and which of the groups are there.
 */
export async function syncGroups(sync: GroupSync): Promise<{ user: LoginUser; groups: readonly GroupRow[] }> {
  const { accounts, settings, user, provider } = sync;
  const groups: GroupRow[] = [];
  for (const name of sync.names) {
    const group = settings.REMOTE_AUTH_AUTO_CREATE_GROUPS
      ? (await accounts.getOrCreateGroup(name)).group
      : await accounts.groupByName(name);
    if (group) groups.push(group);
  }
  const kept = new Set(groups.map(({ id }) => id));
  const present = sync.takes === 'all' ? await accounts.groupsOf(user) : await accounts.groupsFrom(user, provider);
  for (const group of present) if (!kept.has(group.id)) await accounts.removeFromGroup(user, group);
  for (const group of groups) await accounts.addToGroup(user, group, provider);
  return { user: await syncRole(sync), groups };
}

/** Where no setting says who is a superuser, it is left as it is for those who logged in elsewhere. */
async function syncRole({ accounts, settings, user, names, takes }: GroupSync): Promise<LoginUser> {
  const { REMOTE_AUTH_SUPERUSERS: users, REMOTE_AUTH_SUPERUSER_GROUPS: superuserGroups } = settings;
  if (takes === 'own' && users.length === 0 && superuserGroups.length === 0) return user;
  const members = new Set([...names, ...(await accounts.groupsOf(user)).map(({ name }) => name)]);
  const is_superuser = users.includes(user.username) || superuserGroups.some((name) => members.has(name));
  return user.is_superuser === is_superuser ? user : accounts.changeUser(user, { is_superuser });
}
