import type { ColumnMeta, ModelMeta } from '../../src/surfaces/meta/contract.ts';

/** The columns to show: those chosen, else the model's usual ones. */
export function shownColumns(model: ModelMeta, chosen: readonly string[] | undefined): readonly ColumnMeta[] {
  const columns = chosen?.flatMap((name) => model.columns.find((column) => column.name === name) ?? []);
  return columns && columns.length > 0 ? columns : model.columns.filter((column) => column.shown);
}
