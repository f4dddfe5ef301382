import { syncGroups } from '#access/accounts/sync-groups.ts';
import { claimedGroups } from '../../groups/claimed-groups.ts';
import { mappedGroups } from '../../groups/mapped-groups.ts';
import { LoginRefused } from '../login-refused.ts';
import type { Step } from '../step.ts';

/**
 * patchbay.pipeline.sync_groups: groups and the superuser's role from a claim (REMOTE_AUTH_GROUP_SYNC_ENABLED and its
 * kin), and nobody without one of the groups (SSO_DENY_WITHOUT_GROUP).
 */
export const syncClaimedGroups: Step = async ({ user, response }, { accounts, provider, settings: { netbox } }) => {
  const { REMOTE_AUTH_GROUP_SYNC_ENABLED: sync, SSO_DENY_WITHOUT_GROUP: deny } = netbox;
  if (!user || !(sync || deny)) return undefined;
  const values = claimedGroups(response, provider);
  const names = mappedGroups(values, netbox);
  if (deny && !(await someMatch(names))) throw new LoginRefused(denial(values));
  if (!sync) return undefined;
  return {
    user: (await syncGroups({ accounts, settings: netbox, user, names, provider: provider.name, takes: 'own' })).user,
  };

  async function someMatch(wanted: readonly string[]): Promise<boolean> {
    if (netbox.REMOTE_AUTH_AUTO_CREATE_GROUPS && sync) return wanted.length > 0;
    for (const name of wanted)
      if (netbox.REMOTE_AUTH_SUPERUSER_GROUPS.includes(name) || (await accounts.groupByName(name))) return true;
    return false;
  }

  function denial(told: readonly string[]): string {
    return told.length === 0
      ? `${provider.label} doesn't tell any group of yours (claim "${provider.claims.groups}"), and only members of some are let in here.`
      : `None of your groups at ${provider.label} is let in here: ${told.slice(0, 20).join(', ')}.`;
  }
};
