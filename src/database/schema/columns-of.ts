import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import { columnOf, keyColumn, type Registry } from '#registry/registry.ts';
import type { Column } from './table.ts';

/** The fields with a column in the model's own table: not those of the table it extends. */
export function storedFields(model: Model, registry: Registry): Field[] {
  const inherited = model.extends ? registry.get(model.extends).fields : undefined;
  return [...model.fields.values()].filter((field) => columnOf(field) !== undefined && !inherited?.has(field.name));
}

/** The column of a stored field; a relation's has the type of the key that it keeps. */
export function fieldColumn(field: Field, registry: Registry): Column {
  return {
    name: columnOf(field)!,
    type: field.to ? keyOf(registry.get(field.to), registry).type : field.kind.columnType(field)!,
    ...(field.natural && { collation: 'natural_sort' }),
    null: field.null ?? false,
    identity: false,
  };
}

/** The primary key of a model's table; an `id` is numbered by a sequence unless the model says of what kind it is. */
export function keyOf(model: Model, registry: Registry): Column {
  const name = keyColumn(model);
  if (model.extends) return { ...keyOf(registry.get(model.extends), registry), name, identity: false };
  const key = model.key ?? 'bigint';
  if (key === 'bigint' || key === 'integer') return { name, type: key, null: false, identity: true };
  if (key !== 'none') return fieldColumn({ ...key, name }, registry);
  return fieldColumn(storedFields(model, registry).find((field) => columnOf(field) === name)!, registry);
}
