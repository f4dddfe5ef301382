import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import type { Column } from './table.ts';

/** Models by name. */
export type Models = ReadonlyMap<string, Model>;

/** The column that holds a field; a relation keeps the key of the row it points at. */
export const columnName = (field: Field): string => field.column ?? (field.to ? `${field.name}_id` : field.name);

/** The fields with a column in the model's own table: not those of the table it extends. */
export function storedFields(model: Model, models: Models): Field[] {
  if (model.proxy) return [];
  const inherited = model.extends ? models.get(model.extends)!.fields : undefined;
  return [...model.fields.values()].filter(
    (field) => field.kind.columnType(field) !== undefined && !inherited?.has(field.name),
  );
}

/** The column of a stored field. */
export function columnOf(field: Field, models: Models): Column {
  return {
    name: columnName(field),
    type: field.to ? keyOf(models.get(field.to)!, models).type : field.kind.columnType(field)!,
    ...(field.natural && { collation: 'natural_sort' }),
    null: field.null ?? false,
    identity: false,
  };
}

/**
 * The primary key: an `id`, as a rule numbered by a sequence; the pointer to the row of the model that this one extends;
 * or, for a model without an id, its first unique field.
 */
export function keyOf(model: Model, models: Models): Column {
  if (model.extends) {
    const parent = models.get(model.extends)!;
    return { ...keyOf(parent, models), name: `${parent.model}_ptr_id`, identity: false };
  }
  const key = model.key ?? 'bigint';
  if (key === 'bigint' || key === 'integer') return { name: 'id', type: key, null: false, identity: true };
  if (key !== 'none') return columnOf({ ...key, name: 'id' }, models);
  const field = storedFields(model, models).find(({ unique }) => unique);
  if (!field) throw new Error(`${model.name} has neither an id nor a unique field`);
  return columnOf(field, models);
}
