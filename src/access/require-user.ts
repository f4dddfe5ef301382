import { AccessError } from './access-error.ts';
import type { Identity, User } from './identity.ts';

/** The user; throws where nobody is known, whatever LOGIN_REQUIRED says (`/api/authentication-check/`, a user's own settings). */
export function requireUser(identity: Identity): User {
  if (!identity.user) throw new AccessError('notAuthenticated');
  return identity.user;
}
