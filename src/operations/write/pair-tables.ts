import type { Model } from '#registry/model.ts';
import { pairsOf, type Registry } from '#registry/registry.ts';

/** A table of pairs that names the model on one side. */
export interface Pairs {
  readonly table: string;
  /** The column that names the model. */
  readonly own: string;
  /** The other column, and the model whose many-to-many field the table stores, where that is the other side. */
  readonly other: string;
  readonly holder: Model | undefined;
}

/** The tables of pairs that a model's objects can stand in, on either side. */
export function pairTables(registry: Registry, model: Model): Pairs[] {
  const tables: Pairs[] = [];
  for (const of of registry.models)
    for (const field of of.fields.values()) {
      if (field.kind.name !== 'manyToMany') continue;
      const { table, own, other } = pairsOf(of, field);
      if (of === model) tables.push({ table, own, other, holder: undefined });
      if (field.to === model.name) tables.push({ table, own: other, other: own, holder: of });
    }
  return tables;
}
