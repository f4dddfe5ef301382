import type { LoginUser, UserChanges } from '../pipeline/login-user.ts';
import type { LoginContext } from '../pipeline/step.ts';

/** Something that a step in Python did to an account or a group. */
export type Effect =
  | { readonly effect: 'make_group'; readonly group: string }
  | { readonly effect: 'add_to_group'; readonly user: string; readonly group: string }
  | { readonly effect: 'remove_from_group'; readonly user: string; readonly group: string }
  | { readonly effect: 'change_user'; readonly user: string; readonly changes: UserChanges };

/** Does what a step did, in its order and in the login's transaction; answers the changed accounts by id. */
export async function applyEffects(
  effects: readonly Effect[],
  { accounts, provider }: Pick<LoginContext, 'accounts' | 'provider'>,
): Promise<ReadonlyMap<string, LoginUser>> {
  const users = new Map<string, LoginUser>();
  const userOf = async (id: string) => users.get(id) ?? (await accounts.userById(id));
  for (const effect of effects) {
    const { group } = 'group' in effect ? await accounts.getOrCreateGroup(effect.group) : { group: null };
    const user = 'user' in effect ? await userOf(effect.user) : null;
    if (effect.effect === 'add_to_group') await accounts.addToGroup(user!, group!, provider.name);
    if (effect.effect === 'remove_from_group') await accounts.removeFromGroup(user!, group!);
    if (effect.effect === 'change_user') users.set(effect.user, await accounts.changeUser(user!, effect.changes));
  }
  return users;
}
