import type { SessionUser } from '../../src/surfaces/session/contract.ts';

/** Whether the user has a permission such as `dcim.view_site`, on some objects at least. */
export function may(user: SessionUser | null, permission: string): boolean {
  if (!user) return false;
  return user.is_superuser || user.permissions.includes(permission);
}
