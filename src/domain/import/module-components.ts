import type { ImportRule } from '#operations/import/import-rule.ts';
import { takeTruth } from './take-cell.ts';

const columns = [
  { name: 'replicate_components', hint: 'Whether the components of its type are made; they are unless said' },
  { name: 'adopt_components', hint: 'Whether components that the device has already become its own' },
] as const;

/** What becomes of the components of modules. */
export const moduleComponents: ImportRule = {
  columns,
  async read(rows) {
    for (const row of rows)
      for (const { name } of columns) {
        const value = takeTruth(row, name);
        if (value !== undefined) row.input[name] = value;
      }
  },
};
