import type { ModelMeta, RelatedMeta } from '../../src/surfaces/meta/contract.ts';

/** A list of parts that objects of a model have, and the field of a part that names its owner. */
export interface ComponentList {
  readonly related: RelatedMeta;
  readonly owner: string;
}

/** The lists of parts that may be made for objects of the model: those that count within one owner. */
export function componentLists(model: Pick<ModelMeta, 'related' | 'id'>): readonly ComponentList[] {
  return model.related.flatMap((related) => {
    const owner = /^([a-z_]+)=$/.exec(related.add ?? '')?.[1];
    const own = owner?.replaceAll('_', '') === model.id.split('.')[1];
    return owner && own ? [{ related, owner }] : [];
  });
}
