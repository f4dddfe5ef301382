import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import { pairsOf, type Registry } from '#registry/registry.ts';
import { keyOf } from './columns-of.ts';
import { djangoName } from './django-name.ts';
import { foreignKey } from './foreign-key.ts';
import type { HistoricNames } from './historic-names.ts';
import { identifier } from './identifier.ts';
import { postgresName } from './postgres-name.ts';
import type { Table } from './table.ts';

/** The table of pairs behind a many-to-many relation: an id, and the two keys, which are unique together. */
export function throughTable(model: Model, field: Field, registry: Registry, names: HistoricNames): Table {
  const { table: name, own, other } = pairsOf(model, field);
  const ends = [
    { end: model, column: own },
    { end: registry.get(field.to!), column: other },
  ];
  const pair = ends.map(({ column }) => column);
  const otherFirst = model.database?.otherKeyFirst?.includes(field.name);
  return {
    name,
    columns: [
      { name: 'id', type: 'bigint', null: false, identity: true },
      ...ends.map(({ end, column }) => ({
        name: column,
        type: keyOf(end, registry).type,
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
    foreignKeys: ends.map(({ end, column }) => foreignKey({ table: name, column, target: end, names })),
    indexes: pair.map((column) => ({
      name: names.of(djangoName(name, [column])),
      unique: false,
      on: `btree (${identifier(column)})`,
    })),
    copies: [],
  };
}
