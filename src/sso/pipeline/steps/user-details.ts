import type { UserChanges } from '../login-user.ts';
import type { Step } from '../step.ts';

/** The columns that a provider may fill, with their lengths. */
const columns = { username: 150, email: 254, first_name: 150, last_name: 150 } as const;
const usuallyProtected = ['username', 'email'];

/**
 * social_core.pipeline.user.user_details: what the provider tells goes into the account. Name and address stay as they
 * are unless NO_DEFAULT_PROTECTED_USER_FIELDS is set; PROTECTED_USER_FIELDS adds to them, IMMUTABLE_USER_FIELDS are
 * only filled where empty, USER_FIELD_MAPPING renames.
 */
export const userDetails: Step = async ({ user, details }, { accounts, provider: { settings } }) => {
  if (!user) return undefined;
  const kept = new Set([
    ...(settings.NO_DEFAULT_PROTECTED_USER_FIELDS === true ? [] : usuallyProtected),
    ...names(settings.PROTECTED_USER_FIELDS),
  ]);
  const onlyFilled = new Set(names(settings.IMMUTABLE_USER_FIELDS));
  const mapping = (settings.USER_FIELD_MAPPING ?? {}) as Readonly<Record<string, unknown>>;
  const changes: Record<string, string> = {};
  for (const [detail, value] of Object.entries(details)) {
    const name = String(mapping[detail] ?? detail);
    if (typeof value !== 'string' || !Object.hasOwn(columns, name) || kept.has(name)) continue;
    const column = name as keyof typeof columns;
    if (onlyFilled.has(name) && user[column] !== '') continue;
    const fitting = value.replaceAll('\0', '').slice(0, columns[column]);
    if (fitting !== user[column]) changes[name] = fitting;
  }
  return Object.keys(changes).length > 0
    ? { user: await accounts.changeUser(user, changes as UserChanges) }
    : undefined;
};

const names = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
