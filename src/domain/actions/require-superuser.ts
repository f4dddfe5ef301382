import { forbidden, HttpError } from '#base/http-error.ts';
import type { Asker } from '#operations/action.ts';

/** Throws 403 for everybody but superusers. */
export function requireSuperuser({ isSuperuser, userId }: Asker): void {
  if (userId === undefined) throw new HttpError(403, 'Authentication credentials were not provided.');
  if (!isSuperuser) throw forbidden();
}
