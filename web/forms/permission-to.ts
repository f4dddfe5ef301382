export type WriteAction = 'add' | 'change' | 'delete';

/** `add`, `dcim.site` → `dcim.add_site` */
export function permissionTo(action: WriteAction, model: string): string {
  return model.replace('.', `.${action}_`);
}
