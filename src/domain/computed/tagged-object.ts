import { contentTypePart, genericPart } from '#operations/read/parts/generic.ts';
import type { Computed } from '#operations/read/shapes.ts';

/** The model of a tagged object. */
export const taggedObjectType: Computed = ({ name }) => contentTypePart(name, 'content_type_id');

/** The tagged object, brief. */
export const taggedObject: Computed = ({ name }) => genericPart(name, { type: 'content_type_id', id: 'object_id' });
