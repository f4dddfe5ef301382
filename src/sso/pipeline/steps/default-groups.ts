import { giveDefaultGroups } from '#access/accounts/give-defaults.ts';
import type { Step } from '../step.ts';

/** netbox.authentication.user_default_groups_handler: REMOTE_AUTH_DEFAULT_GROUPS, at every login. */
export const defaultGroups: Step = async ({ user }, { accounts, settings }) => {
  if (user) await giveDefaultGroups(accounts, settings.netbox, user);
  return undefined;
};
