import { giveDefaultPermissions } from '#access/accounts/give-defaults.ts';
import type { Step } from '../step.ts';

/**
 * patchbay.pipeline.default_permissions: REMOTE_AUTH_DEFAULT_PERMISSIONS for a new account, unless groups are
 * synchronised; NetBox's rule for logins by header.
 */
export const defaultPermissions: Step = async ({ user, isNew }, { accounts, settings: { netbox } }) => {
  if (user && isNew && !netbox.REMOTE_AUTH_GROUP_SYNC_ENABLED) await giveDefaultPermissions(accounts, netbox, user);
  return undefined;
};
