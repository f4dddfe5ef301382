import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import { columnOf, type Registry } from '#registry/registry.ts';
import { fieldColumn, keyOf, storedFields } from './columns-of.ts';
import { djangoName } from './django-name.ts';
import type { HistoricNames } from './historic-names.ts';
import { identifier } from './identifier.ts';
import { postgresName } from './postgres-name.ts';
import type { Column, Constraint, Copies, ForeignKey, Index, Table, Tree } from './table.ts';

/** The table of a model, with what its fields, constraints and indexes ask for. */
export function modelTable(model: Model, registry: Registry, names: HistoricNames): Table {
  const { table } = model;
  const key = keyOf(model, registry);
  const fields = storedFields(model, registry);
  const own = fields.map((field) => fieldColumn(field, registry));
  const columns = own.some(({ name }) => name === key.name) ? own : [key, ...own];
  const constraints: Constraint[] = [
    { name: names.of(postgresName(table, '', 'pkey')), definition: `PRIMARY KEY (${identifier(key.name)})` },
  ];
  const foreignKeys: ForeignKey[] = [];
  const indexes: Index[] = [];

  for (const [position, field] of fields.entries()) {
    const column = own[position]!;
    const isKey = column.name === key.name;
    if (field.unique && !isKey)
      constraints.push({
        name: names.of(postgresName(table, column.name, 'key')),
        definition: `UNIQUE (${identifier(column.name)})`,
      });
    if (field.positive)
      constraints.push({
        name: names.of(postgresName(table, column.name, 'check')),
        definition: `CHECK (${identifier(column.name)} >= 0)`,
      });
    if (field.to) foreignKeys.push(foreignKey(table, column.name, registry.get(field.to), registry, names));
    indexes.push(...fieldIndexes(table, field, column, isKey, names));
  }
  for (const constraint of model.constraints ?? []) {
    const on = () => listOf(constraint, model);
    const nulls = constraint.nullsEqual ? 'NULLS NOT DISTINCT' : '';
    const name = names.of(
      constraint.name.slice(0, 63) ||
        djangoName(
          table,
          (constraint.fields ?? []).map((field) => itemOf(field, model)),
          '_uniq',
        ),
    );
    if (constraint.check !== undefined) constraints.push({ name, definition: `CHECK (${constraint.check})` });
    else if (constraint.expressions || constraint.where)
      indexes.push({ name, unique: true, on: words(`btree (${on()})`, nulls, whereOf(constraint.where)) });
    else constraints.push({ name, definition: words('UNIQUE', nulls, `(${on()})`) });
  }
  for (const index of model.indexes ?? []) {
    const on = `${index.method ?? 'btree'} (${listOf(index, model, index.opclass)})`;
    indexes.push({ name: names.of(index.name), unique: false, on: words(on, whereOf(index.where)) });
  }
  const tree = treeOf(model);
  const sequence = key.identity ? names.of(postgresName(table, key.name, 'seq')) : undefined;
  return {
    name: table,
    columns,
    constraints,
    foreignKeys,
    indexes,
    copies: copiesOf(model, registry),
    ...(tree && { tree }),
    ...(sequence && sequence !== postgresName(table, key.name, 'seq') && { sequence }),
  };
}

/** The foreign key of a column that points at a model's rows. */
export function foreignKey(
  table: string,
  column: string,
  target: Model,
  registry: Registry,
  names: HistoricNames,
): ForeignKey {
  const key = keyOf(target, registry).name;
  const name = names.of(djangoName(table, [column], `_fk_${target.table}_${key}`));
  return { name, column, table: target.table, target: key };
}

/** Django indexes a relation or whatever asks for it, and text that is unique or indexed once more for LIKE 'x%'. */
function fieldIndexes(
  table: string,
  field: Field,
  { name, type }: Column,
  isKey: boolean,
  names: HistoricNames,
): Index[] {
  const indexes: Index[] = [];
  if (field.index && !field.unique && !isKey)
    indexes.push({ name: names.of(djangoName(table, [name])), unique: false, on: `btree (${identifier(name)})` });
  const operators = type.endsWith(']') ? undefined : /^(?:character varying|text)/.exec(type)?.[0];
  if (operators && (field.index || field.unique))
    indexes.push({
      name: names.of(djangoName(table, [name], '_like')),
      unique: false,
      on: `btree (${identifier(name)} ${operators === 'text' ? 'text' : 'varchar'}_pattern_ops)`,
    });
  return indexes;
}

function treeOf(model: Model): Tree | undefined {
  const fields = [...model.fields.values()];
  const path = fields.find(({ kind }) => kind.name === 'treePath');
  if (!path) return undefined;
  const sorted = fields.find(({ kind }) => kind.name === 'sortPath');
  const parent = columnOf(model.fields.get('parent')!)!;
  return {
    path: columnOf(path)!,
    parent,
    ...(sorted && { sort: { path: columnOf(sorted)!, name: columnOf(model.fields.get(sorted.from ?? 'name')!)! } }),
  };
}

function copiesOf(model: Model, registry: Registry): Copies[] {
  return Object.entries(model.database?.copies ?? {}).map(([relation, fields]) => {
    const source = registry.get(model.fields.get(relation)!.to!);
    const columns = Object.entries(fields).map(
      ([own, theirs]) => [itemOf(own, model), itemOf(theirs, source)] as const,
    );
    return { key: itemOf(relation, model), source: source.table, columns: new Map(columns) };
  });
}

interface Listed {
  readonly name: string;
  readonly fields?: readonly string[];
  readonly expressions?: readonly string[];
}

function listOf({ name, fields, expressions }: Listed, model: Model, opclass?: string): string {
  const items = expressions ?? fields?.map((field) => direction(field, model));
  if (!items) throw new Error(`${model.name}: ${name} names neither fields nor expressions`);
  return items.map((item) => words(item, opclass)).join(', ');
}

const direction = (field: string, model: Model): string =>
  field.startsWith('-') ? `${identifier(itemOf(field.slice(1), model))} DESC` : identifier(itemOf(field, model));

/** The column behind a field's name; `id` is every model's. */
function itemOf(name: string, model: Model): string {
  const field = model.fields.get(name);
  if (!field && name !== 'id') throw new Error(`${model.name} has no field ${name}`);
  return field ? columnOf(field)! : name;
}

const whereOf = (condition: string | undefined): string => (condition ? `WHERE (${condition})` : '');
const words = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' ');
