import type { LoginUser, UserChanges } from '../../pipeline/login-user.ts';
import type { LoginContext } from '../../pipeline/step.ts';
import type { AccountCall } from './messages.ts';

export interface Caller {
  readonly user: LoginUser | null;
  readonly context: LoginContext;
}

/** What a script asks of the accounts, done in the login's transaction; `changed` is the account as it is then. */
export async function answerCall(
  call: AccountCall,
  { user, context }: Caller,
): Promise<{ value?: unknown; changed?: LoginUser }> {
  const { accounts, provider } = context;
  const names = async (rows: Promise<readonly { name: string }[]>) => ({ value: (await rows).map(({ name }) => name) });
  if (call.name === 'groups.names') return names(accounts.groups());
  if (call.name === 'groups.create') return { value: (await accounts.getOrCreateGroup(groupName(call.group))).created };
  if (!user) throw new Error('there is no account yet: put the step behind social_core.pipeline.user.create_user.');
  if (call.name === 'user.groups.names') return names(accounts.groupsOf(user));
  if (call.name === 'user.save') {
    const changed = await accounts.changeUser(user, checked(call.changes));
    return { value: { ...changed }, changed };
  }
  if (call.name === 'user.groups.add')
    for (const name of call.groups)
      await accounts.addToGroup(user, (await accounts.getOrCreateGroup(groupName(name))).group, provider.name);
  else {
    const taken = call.name === 'user.groups.remove' ? new Set(call.groups) : null;
    for (const group of await accounts.groupsOf(user))
      if (taken === null || taken.has(group.name)) await accounts.removeFromGroup(user, group);
  }
  return {};
}

function groupName(name: unknown): string {
  if (typeof name !== 'string' || name === '' || name.length > 150 || name.includes('\0'))
    throw new Error(`a group's name is a text of 1 to 150 characters, not ${JSON.stringify(name)}.`);
  return name;
}

const lengths = { username: 150, first_name: 150, last_name: 150, email: 254 } as const;

function checked(changes: Readonly<Record<string, unknown>>): UserChanges {
  for (const [name, value] of Object.entries(changes)) {
    const length = Object.hasOwn(lengths, name) ? lengths[name as keyof typeof lengths] : null;
    const right =
      length === null
        ? (name === 'is_active' || name === 'is_superuser') && typeof value === 'boolean'
        : typeof value === 'string' && value.length <= length && !value.includes('\0');
    if (!right) throw new Error(`a user's ${name} can't be ${JSON.stringify(value)}.`);
  }
  return changes as UserChanges;
}
