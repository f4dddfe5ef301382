import type { Settings } from '#base/settings.ts';
import type { Model } from '#registry/model.ts';

/** Models that `*` in EXEMPT_VIEW_PERMISSIONS leaves protected; they can still be named one by one. */
const protectedModels = new Set([
  'core.configrevision',
  'users.group',
  'users.objectpermission',
  'users.token',
  'users.user',
]);

/** Whether everybody may do this: by EXEMPT_VIEW_PERMISSIONS, or since the model is for all to see. */
export function isExempt(
  model: Model,
  action: string,
  { EXEMPT_VIEW_PERMISSIONS: exempt }: Pick<Settings, 'EXEMPT_VIEW_PERMISSIONS'>,
): boolean {
  if (action !== 'view') return false;
  if (model.viewedByAll) return true;
  if (exempt.length === 0) return false;
  const name = model.proxy ?? model.name;
  return exempt.includes(name) || (exempt.includes('*') && !protectedModels.has(name));
}
