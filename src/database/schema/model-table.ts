import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { fieldColumn, keyOf, storedFields } from './columns-of.ts';
import { copiesOf } from './copies-of.ts';
import { declaredObjects } from './declared-objects.ts';
import { fieldConstraints } from './field-constraints.ts';
import type { FieldInTable } from './field-in-table.ts';
import { fieldIndexes } from './field-indexes.ts';
import { foreignKey } from './foreign-key.ts';
import type { HistoricNames } from './historic-names.ts';
import { identifier } from './identifier.ts';
import { postgresName } from './postgres-name.ts';
import type { Table } from './table.ts';
import { treeOf } from './tree-of.ts';

/** The table of a model, with what its fields, constraints and indexes ask for. */
export function modelTable(model: Model, registry: Registry, names: HistoricNames): Table {
  const { table } = model;
  const key = keyOf(model, registry);
  const fields = storedFields(model, registry).map((field): FieldInTable => {
    const column = fieldColumn(field, registry);
    return { table, field, column, isKey: column.name === key.name, names };
  });
  const declared = declaredObjects(model, names);
  const tree = treeOf(model);
  const sequence = postgresName(table, key.name, 'seq');
  return {
    name: table,
    columns: [key, ...fields.filter(({ isKey }) => !isKey).map(({ column }) => column)],
    constraints: [
      { name: names.of(postgresName(table, '', 'pkey')), definition: `PRIMARY KEY (${identifier(key.name)})` },
      ...fields.flatMap(fieldConstraints),
      ...declared.constraints,
    ],
    foreignKeys: fields.flatMap(({ field: { to }, column }) =>
      to ? foreignKey({ table, column: column.name, target: registry.get(to), names }) : [],
    ),
    indexes: [...fields.flatMap(fieldIndexes), ...declared.indexes],
    copies: copiesOf(model, registry),
    ...(tree && { tree }),
    ...(key.identity && names.of(sequence) !== sequence && { sequence: names.of(sequence) }),
  };
}
