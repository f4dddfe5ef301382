import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { namedColumn } from './named-column.ts';
import type { Copies } from './table.ts';

/** The columns that a model's `database.copies` says repeat another row's. */
export function copiesOf(model: Model, registry: Registry): Copies[] {
  return Object.entries(model.database?.copies ?? {}).map(([relation, fields]) => {
    const to = model.fields.get(relation)?.to;
    if (!to) throw new Error(`${model.name}.${relation} is no relation to copy from`);
    const source = registry.get(to);
    const columns = Object.entries(fields).map(
      ([own, theirs]) => [namedColumn(own, model), namedColumn(theirs, source)] as const,
    );
    return { key: namedColumn(relation, model), source: source.table, columns: new Map(columns) };
  });
}
