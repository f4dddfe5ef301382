import { HttpError } from '#base/http-error.ts';
import type { Settings } from '#base/settings.ts';

/** Throws 503 where MAINTENANCE_MODE says that nothing is to be written. */
export function refuseInMaintenance({ MAINTENANCE_MODE }: Pick<Settings, 'MAINTENANCE_MODE'>): void {
  if (MAINTENANCE_MODE)
    throw new HttpError(503, 'The server is in maintenance mode: nothing can be written at the moment.');
}
