import type { ChoiceMeta, ColumnMeta, ModelMeta } from '../../src/surfaces/meta/contract.ts';

const unlikely = new Set(['relation', 'relations', 'tags', 'boolean', 'count']);

/** The column that leads to the object itself: the first that can name it. */
export function titleColumn(columns: readonly ColumnMeta[]): number {
  return Math.max(
    0,
    columns.findIndex((column) => !unlikely.has(column.view)),
  );
}

/** The choices of the model's own fields, by column. */
export function choicesByColumn(
  model: ModelMeta,
  columns: readonly ColumnMeta[],
): ReadonlyMap<string, readonly ChoiceMeta[]> {
  return new Map(
    columns.flatMap(({ name, path }) => {
      const field = path.length === 1 ? model.fields.find((one) => one.name === path[0]) : undefined;
      return field?.choices ? [[name, field.choices] as const] : [];
    }),
  );
}
