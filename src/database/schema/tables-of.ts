import type { Registry } from '#registry/registry.ts';
import { HistoricNames } from './historic-names.ts';
import { modelTable } from './model-table.ts';
import type { Table } from './table.ts';
import { throughTable } from './through-table.ts';

/** Every table of NetBox's schema: the models', those of their many-to-many relations, and Django's list of migrations. */
export function tablesOf(registry: Registry): Table[] {
  const tables: Table[] = [migrations];
  for (const model of registry.models) {
    if (model.proxy) continue;
    const names = new HistoricNames(model);
    tables.push(modelTable(model, registry, names));
    for (const field of model.fields.values())
      if (field.kind.name === 'manyToMany') tables.push(throughTable(model, field, registry, names));
    names.assertAllUsed();
  }
  return tables;
}

const required = { null: false, identity: false } as const;

/** Django keeps this table outside its models. */
const migrations: Table = {
  name: 'django_migrations',
  columns: [
    { name: 'id', type: 'bigint', null: false, identity: true },
    { name: 'app', type: 'character varying(255)', ...required },
    { name: 'name', type: 'character varying(255)', ...required },
    { name: 'applied', type: 'timestamp with time zone', ...required },
  ],
  constraints: [{ name: 'django_migrations_pkey', definition: 'PRIMARY KEY (id)' }],
  foreignKeys: [],
  indexes: [],
  copies: [],
};
