import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import { keyOf, type Models } from './columns-of.ts';
import { djangoName } from './django-name.ts';
import type { HistoricNames } from './historic-names.ts';
import { identifier } from './identifier.ts';
import { foreignKey } from './model-table.ts';
import { postgresName } from './postgres-name.ts';
import type { Table } from './table.ts';

/** The table of pairs behind a many-to-many relation: an id, and the two keys, which are unique together. */
export function throughTable(model: Model, field: Field, models: Models, names: HistoricNames): Table {
  const name = field.through ?? `${model.table}_${field.name}`;
  const ends = [model, models.get(field.to!)!].map((end) => ({ end, column: `${end.model}_id` }));
  const pair = ends.map(({ column }) => column);
  const otherFirst = model.database?.otherKeyFirst?.includes(field.name);
  return {
    name,
    columns: [
      { name: 'id', type: 'bigint', null: false, identity: true },
      ...ends.map(({ end, column }) => ({
        name: column,
        type: keyOf(end, models).type,
        null: false,
        identity: false,
      })),
    ],
    constraints: [
      { name: names.of(postgresName(name, '', 'pkey')), definition: 'PRIMARY KEY (id)' },
      {
        name: names.of(djangoName(name, pair, '_uniq')),
        definition: `UNIQUE (${(otherFirst ? pair.toReversed() : pair).map(identifier).join(', ')})`,
      },
    ],
    foreignKeys: ends.map(({ end, column }) => foreignKey(name, column, end, models, names)),
    indexes: pair.map((column) => ({
      name: names.of(djangoName(name, [column])),
      unique: false,
      on: `btree (${identifier(column)})`,
    })),
    copies: [],
  };
}
