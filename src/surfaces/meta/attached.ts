import type { Registry } from '#registry/registry.ts';
import type { AttachedMeta } from './contract.ts';

/** What people attach to any object whose model has the feature: the model, and its relation to any object. */
const declared: readonly (readonly [kind: AttachedMeta['kind'], model: string, feature: string, relation: string])[] = [
  ['journal', 'extras.journalentry', 'journaling', 'assigned_object'],
  ['images', 'extras.imageattachment', 'imageAttachments', 'object'],
  ['contacts', 'tenancy.contactassignment', 'contacts', 'object'],
  ['changes', 'core.objectchange', 'changeLogging', 'changed_object'],
];

/** What can be attached to objects, with the parameters that ask for what is attached to one. */
export function attachedOf(registry: Registry): AttachedMeta[] {
  return declared.map(([kind, name, feature, relation]) => ({
    kind,
    model: name,
    api: registry.get(name).rest!,
    permission: name.replace('.', '.view_'),
    feature,
    type: `${relation}_type`,
    id: `${relation}_id`,
  }));
}
