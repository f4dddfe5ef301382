import { keysAt } from '#operations/read/parts/relation.ts';
import type { Computed } from '#operations/read/shapes.ts';
import { type BayTypes, fits, typesOfBays, typesOfModuleTypes } from './bay-types.ts';

/** Whether a module fits into the bay in which it is installed. */
export const isBayCompatible: Computed = ({ name }) => ({
  name,
  columns: ['module_bay_id', 'module_type_id'],
  bind(at) {
    const bay = at('module_bay_id');
    const type = at('module_type_id');
    return {
      load: (rows, context) =>
        Promise.all([typesOfBays(keysAt(rows, bay), context), typesOfModuleTypes(keysAt(rows, type), context)]),
      text(row, state) {
        const [bays, types] = state as [BayTypes, BayTypes];
        return String(fits(bays.get(row[bay]!), types.get(row[type]!)));
      },
    };
  },
});
