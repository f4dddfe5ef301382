import { notFound } from '#base/http-error.ts';
import { whereSql } from '#database/select/where.ts';
import type { Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { columnOf, keyColumn } from '#registry/registry.ts';
import type { ReadContext } from './context.ts';
import { type Shape, tableOf } from './shape.ts';

/** One object's text, and the moment that its ETag names (PostgreSQL's text), where the model keeps one. */
export interface Found {
  readonly text: string;
  readonly changed: string | undefined;
}

/** Columns that tell an object's version, the best first. */
function versionColumns(model: Model): string {
  const columns = ['last_updated', 'created'].flatMap((name) => {
    const field = model.fields.get(name);
    return field ? [`t.${columnOf(field)}`] : [];
  });
  return columns.length > 0 ? `, coalesce(${columns.join(', ')})` : '';
}

/** One object by its key, if the condition allows it. Throws 404 where there is none. */
export async function getObject({
  context,
  model,
  shape,
  where,
  key,
}: {
  context: ReadContext;
  model: Model;
  shape: Shape;
  where: Condition;
  key: string;
}): Promise<Found> {
  if (where.op === 'never' || !isKey(key)) throw notFound(model.className);
  const parameters: string[] = [key];
  const condition = where.op === 'always' ? '' : ` and ${whereSql(where, { model, alias: 't', parameters })}`;
  const version = versionColumns(model);
  const rows = await context.rows(
    `select ${shape.select}${version} from ${tableOf(model)} t where t.${keyColumn(model)} = $1${condition}`,
    parameters,
  );
  const row = rows[0];
  if (!row) throw notFound(model.className);
  const text = await shape.renderer(rows, context);
  return { text: text(row), changed: version ? (row.at(-1) ?? undefined) : undefined };
}

/** Whether the text can be a key: within PostgreSQL's bigint. */
export const isKey = (text: string): boolean => /^\d{1,18}$/.test(text);
