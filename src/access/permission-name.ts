import type { Model } from '#registry/model.ts';

/** `dcim.view_site`: a permission's name; a proxy's permissions are those of the model behind it. */
export function permissionName(model: Model, action: string): string {
  const [app, name] = (model.proxy ?? model.name).split('.');
  return `${app}.${action}_${name}`;
}
