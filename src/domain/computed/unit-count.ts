import { arrayElements } from '#fields/array-text.ts';
import type { Computed } from '#operations/read/shapes.ts';
import { columnsPart } from './columns-part.ts';

/** How many rack units a reservation holds. */
export const unitCount: Computed = ({ name }) =>
  columnsPart(name, ['units'], ([units]) => String(arrayElements(units!).length));
