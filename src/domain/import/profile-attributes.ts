import { isBlank, refuseCell } from '#operations/import/import-row.ts';
import type { ImportRule } from '#operations/import/import-rule.ts';

const column = 'attribute_data';

/** What the profile of a module type asks of it. */
export const profileAttributes: ImportRule = {
  columns: [{ name: column, hint: 'What its profile asks for, as a JSON object' }],
  async read(rows) {
    for (const row of rows) {
      const value = row.cells.get(column);
      row.cells.delete(column);
      if (isBlank(value)) continue;
      const object = typeof value === 'string' ? parsed(value) : value;
      if (typeof object !== 'object' || object === null || Array.isArray(object))
        refuseCell(row, column, 'This must be a JSON object.');
      else {
        row.columns.set('attributes', column);
        row.input.attributes = object;
      }
    }
  },
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
