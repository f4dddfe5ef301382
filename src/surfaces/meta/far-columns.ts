import type { FarPath } from '#operations/read/far-path.ts';
import type { Model } from '#registry/model.ts';

/** Columns that lists have wherever their models have the relation or the feature: the feature or field, and the way. */
const everywhere: readonly (readonly [column: string, needs: string, path: FarPath])[] = [
  ['tenant_group', 'tenant', 'tenant/group'],
  ['device_site', 'device', 'device/site'],
  ['device_location', 'device', 'device/location'],
  ['device_status', 'device', 'device/status'],
  ['cable_color', 'cable', 'cable/color'],
  ['inventory_items', 'inventory_items', 'inventory_items'],
  ['contacts', 'contacts', 'contacts/contact'],
  ['owner_group', 'owner', 'owner/group'],
];

/** The columns of a model's list whose values its objects don't have in REST, and where they are. */
export function farColumns(model: Model): Readonly<Record<string, FarPath>> {
  const has = (name: string) => model.fields.has(name) || (model.features as readonly string[])?.includes(name);
  const found = everywhere.filter(([, needs]) => has(needs)).map(([column, , path]) => [column, path] as const);
  return { ...Object.fromEntries(found), ...model.list?.far };
}
