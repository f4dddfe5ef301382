import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import { columnOf, keyColumn } from '#registry/registry.ts';
import type { Text } from './draft.ts';
import { type Places, StoredRow } from './stored-row.ts';
import type { WriteContext } from './write-context.ts';

/** A column of a model with its field; the key has none. */
export interface StoredColumn {
  readonly name: string;
  readonly field: Field | undefined;
}

const known = new WeakMap<Model, readonly StoredColumn[]>();

/** All columns of a model's table: the key first. */
export function storedColumns(model: Model): readonly StoredColumn[] {
  let columns = known.get(model);
  if (!columns) {
    const key = keyColumn(model);
    const fields = [...model.fields.values()].flatMap((field): StoredColumn[] => {
      const name = columnOf(field);
      return name && name !== key ? [{ name, field }] : [];
    });
    columns = [{ name: key, field: undefined }, ...fields];
    known.set(model, columns);
  }
  return columns;
}

const places = new WeakMap<Model, Places>();

function placesOf(model: Model): Places {
  const found = places.get(model) ?? new Map(storedColumns(model).map(({ name }, index) => [name, index]));
  places.set(model, found);
  return found;
}

/** Rows of a model by key, column by column; `lock` keeps them from being changed by others. */
export async function storedRows(
  context: WriteContext,
  model: Model,
  keys: readonly string[],
  { lock = false } = {},
): Promise<Map<string, ReadonlyMap<string, Text>>> {
  const columns = storedColumns(model);
  const list = columns.map(({ name }) => `t."${name}"`).join(', ');
  const rows = await context.rows(
    `select ${list} from "${model.table}" t where t."${columns[0]!.name}" = any($1)${lock ? ' order by 1 for update' : ''}`,
    [`{${keys.join(',')}}`],
  );
  const at = placesOf(model);
  return new Map(rows.map((row) => [row[0]!, new StoredRow(at, row)]));
}
