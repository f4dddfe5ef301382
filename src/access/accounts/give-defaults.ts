import type { Settings } from '#base/settings.ts';
import type { Accounts } from './accounts.ts';
import type { LoginUser } from './login-user.ts';

/** REMOTE_AUTH_DEFAULT_GROUPS: those of them that there are. */
export async function giveDefaultGroups(accounts: Accounts, settings: Settings, user: LoginUser): Promise<void> {
  for (const name of settings.REMOTE_AUTH_DEFAULT_GROUPS) {
    const group = await accounts.groupByName(name);
    if (group) await accounts.addToGroup(user, group, 'REMOTE_AUTH_DEFAULT_GROUPS');
    else console.warn(`REMOTE_AUTH_DEFAULT_GROUPS: there is no group ${JSON.stringify(name)} for ${user.username}.`);
  }
}

/** REMOTE_AUTH_DEFAULT_PERMISSIONS, for an account that was just made. */
export async function giveDefaultPermissions(accounts: Accounts, settings: Settings, user: LoginUser): Promise<void> {
  for (const [permission, constraints] of Object.entries(settings.REMOTE_AUTH_DEFAULT_PERMISSIONS))
    if (!(await accounts.grant(user, permission, constraints)))
      console.warn(
        `REMOTE_AUTH_DEFAULT_PERMISSIONS: ${JSON.stringify(permission)} is no permission such as dcim.add_site.`,
      );
}
