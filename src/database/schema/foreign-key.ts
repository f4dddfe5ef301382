import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import { djangoName } from './django-name.ts';
import type { HistoricNames } from './historic-names.ts';
import type { ForeignKey } from './table.ts';

interface Reference {
  readonly table: string;
  readonly column: string;
  readonly target: Model;
  readonly names: HistoricNames;
}

/** The foreign key of a column that points at a model's rows. */
export function foreignKey({ table, column, target, names }: Reference): ForeignKey {
  const key = keyColumn(target);
  const name = names.of(djangoName(table, [column], `_fk_${target.table}_${key}`));
  return { name, column, table: target.table, target: key };
}
