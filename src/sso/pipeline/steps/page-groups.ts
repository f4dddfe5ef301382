import { claimedGroups } from '../../groups/claimed-groups.ts';
import type { Step } from '../step.ts';

/**
 * netbox.custom_pipeline.add_groups: every group that the provider tells, made where there is none. No claim is no
 * group.
 */
export const addGroups: Step = async ({ user, response }, { accounts, provider }) => {
  if (!user) return undefined;
  for (const name of claimedGroups(response, provider)) {
    const { group } = await accounts.getOrCreateGroup(name);
    await accounts.addToGroup(user, group, provider.name);
  }
  return undefined;
};

/** netbox.custom_pipeline.remove_groups: the user keeps no group that the provider doesn't tell. */
export const removeGroups: Step = async ({ user, response }, { accounts, provider }) => {
  if (!user) return undefined;
  const told = new Set(claimedGroups(response, provider));
  for (const group of await accounts.groupsOf(user))
    if (!told.has(group.name)) await accounts.removeFromGroup(user, group);
  return undefined;
};

/**
 * netbox.custom_pipeline.set_roles: members of `superusers` are superusers, and nobody else is. The other role, `staff`,
 * went with NetBox 4.5's column is_staff.
 */
export const setRoles: Step = async ({ user, response }, { accounts, provider }) => {
  if (!user) return undefined;
  const is_superuser = claimedGroups(response, provider).includes('superusers');
  return user.is_superuser === is_superuser ? undefined : { user: await accounts.changeUser(user, { is_superuser }) };
};
