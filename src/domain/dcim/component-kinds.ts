import type { Model } from '#registry/model.ts';
import { columnOf } from '#registry/registry.ts';

/** Components that device types have templates of, by short name: what others refer to comes first. */
export const componentKinds = [
  'consoleport',
  'consoleserverport',
  'powerport',
  'poweroutlet',
  'coolingintake',
  'coolingoutflow',
  'interface',
  'rearport',
  'frontport',
  'modulebay',
  'devicebay',
  'inventoryitem',
] as const;

export type ComponentKind = (typeof componentKinds)[number];

/** Those that module types have templates of. */
export const modularKinds: readonly ComponentKind[] = componentKinds.filter(
  (kind) => kind !== 'devicebay' && kind !== 'inventoryitem',
);

/** Those of them that can be on a device itself or be taken over by a module under their name. */
export const namedKinds: readonly ComponentKind[] = modularKinds.filter((kind) => kind !== 'modulebay');

/** What a component doesn't have from its template as it stands there. */
const own: ReadonlySet<string> = new Set([
  'name',
  'label',
  'position',
  'description',
  'created',
  'last_updated',
  'path',
  '_name',
  'parent',
  'bridge',
  'power_port',
  'cooling_intake',
  'component_type',
  'component_id',
]);

/** Columns that a component has from its template as they stand there. */
export const copiedColumns = (template: Model, component: Model): readonly string[] =>
  [...template.fields.values()].flatMap((field) => {
    const column = columnOf(field);
    return column && !own.has(field.name) && component.fields.has(field.name) ? [column] : [];
  });
