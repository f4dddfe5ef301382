import type { Model } from '#registry/model.ts';
import { columnOf, keyColumn } from '#registry/registry.ts';
import type { Text } from './draft.ts';
import { storedRows } from './stored.ts';
import type { WriteContext } from './write-context.ts';

/** Fields of a model that the global search knows, with their weights. */
export function searchFields(
  model: Model,
): { name: string; column: string; weight: number; plain: (text: string) => string }[] {
  return [...model.fields.values()].flatMap((field) => {
    const column = columnOf(field);
    if (field.search === undefined || !column || field.to) return [];
    const render = field.kind.name === 'choice' ? undefined : field.kind.render(field);
    const plain = (text: string) => {
      const rendered = render?.(text) ?? JSON.stringify(text);
      return rendered.startsWith('"') ? (JSON.parse(rendered) as string) : rendered;
    };
    return [{ name: field.name, column, weight: field.search, plain }];
  });
}

/** PostgreSQL's and NetBox's name for how a column's values compare in the index. */
function typeOf(model: Model, name: string): string {
  const kind = model.fields.get(name)!.kind.name;
  if (kind === 'ipAddress' || kind === 'ipNetwork') return 'inet';
  if (kind === 'integer' || kind === 'counter') return 'int';
  if (kind === 'decimal') return 'float';
  return 'str';
}

/** Brings the search index (extras_cachedvalue) up to date with what the request changed: two statements a model. */
export async function updateSearchIndex(context: WriteContext): Promise<void> {
  const byModel = new Map<Model, { gone: string[]; there: string[] }>();
  for (const { model, key, action } of context.changes.entries()) {
    if (searchFields(model).length === 0) continue;
    const keys = byModel.get(model) ?? { gone: [], there: [] };
    (action === 'delete' ? keys.gone : keys.there).push(key);
    byModel.set(model, keys);
  }
  for (const [model, { gone, there }] of byModel) {
    const type = context.contentTypes.id(model.name)!;
    await context.rows('delete from extras_cachedvalue where object_type_id = $1 and object_id = any($2)', [
      type,
      `{${[...gone, ...there].join(',')}}`,
    ]);
    if (there.length > 0) await insertValues(context, { model, type, rows: await storedRows(context, model, there) });
  }
}

async function insertValues(
  context: WriteContext,
  { model, type, rows }: { model: Model; type: string; rows: ReadonlyMap<string, ReadonlyMap<string, Text>> },
): Promise<void> {
  const values: string[] = [];
  for (const [key, row] of rows)
    for (const { name, column, weight, plain } of searchFields(model)) {
      const text = row.get(column);
      if (text)
        values.push(
          JSON.stringify({ object_id: key, field: name, type: typeOf(model, name), value: plain(text), weight }),
        );
    }
  if (values.length === 0) return;
  await context.rows(
    `insert into extras_cachedvalue (id, timestamp, object_type_id, object_id, field, type, value, weight)
     select gen_random_uuid(), $1::timestamptz, $2::int, v.object_id, v.field, v.type, v.value, v.weight
     from json_populate_recordset(null::extras_cachedvalue, $3) v`,
    [context.now, type, `[${values.join(',')}]`],
  );
}

/** Objects whose values are read and written at once when the index is made anew. */
const batch = 5000;

/**
 * Makes the search index anew from what the database holds, for rows that were written past us. Tells after each model
 * how many of its objects are in the index.
 */
export async function rebuildSearchIndex(
  context: WriteContext,
  told: (model: Model, objects: number) => void,
): Promise<void> {
  for (const model of context.registry.models) {
    const type = context.contentTypes.id(model.name);
    if (type === undefined || searchFields(model).length === 0) continue;
    await context.rows('delete from extras_cachedvalue where object_type_id = $1', [type]);
    const keys = await context.rows(`select "${keyColumn(model)}" from "${model.table}" order by 1`);
    for (let from = 0; from < keys.length; from += batch) {
      const some = keys.slice(from, from + batch).map(([key]) => key!);
      await insertValues(context, { model, type, rows: await storedRows(context, model, some) });
    }
    if (keys.length > 0) told(model, keys.length);
  }
}
