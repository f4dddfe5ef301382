import type { Model } from '#registry/model.ts';
import { type ImportRow, isBlank } from './import-row.ts';
import { naturalKeys } from './natural-keys.ts';

/**
 * Rows in the order in which they can be written: those that name another row of the same import (a region its parent)
 * come after it. `named` are other columns that name rows.
 */
export function levels(
  model: Model,
  rows: readonly ImportRow[],
  named: readonly string[] = [],
): readonly (readonly ImportRow[])[] {
  const relations = [...model.fields.values()].filter(
    ({ to, kind }) => to === model.name && kind.name === 'foreignKey',
  );
  const own = [...relations.map(({ name }) => name), ...named];
  if (own.length === 0) return [rows];
  const byName = new Map<string, ImportRow>();
  for (const row of rows)
    for (const { name } of naturalKeys(model)) {
      const value = row.cells.get(name);
      if (!isBlank(value) && !byName.has(String(value))) byName.set(String(value), row);
    }
  const depths = new Map<ImportRow, number>();
  const depthOf = (row: ImportRow, seen: ReadonlySet<ImportRow>): number => {
    const known = depths.get(row);
    if (known !== undefined) return known;
    let depth = 0;
    for (const [column, value] of row.cells) {
      if (isBlank(value) || !own.includes(column.split('.')[0]!)) continue;
      const above = byName.get(String(value));
      if (above && above !== row && !seen.has(above))
        depth = Math.max(depth, depthOf(above, new Set([...seen, row])) + 1);
    }
    depths.set(row, depth);
    return depth;
  };
  const found: ImportRow[][] = [];
  for (const row of rows) {
    const depth = depthOf(row, new Set());
    found[depth] ??= [];
    found[depth].push(row);
  }
  return found.filter(Boolean);
}
