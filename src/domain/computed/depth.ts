import type { Computed } from '#operations/read/shapes.ts';
import { columnsPart } from './columns-part.ts';

/** How many ancestors a node of a tree has: the labels of its path but its own. */
export const depth: Computed = ({ name }) =>
  columnsPart(name, ['path'], ([path]) => String((path ?? '').split('.').length - 1));
