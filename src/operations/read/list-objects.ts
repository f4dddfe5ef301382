import type { Texts } from '#base/joined-bytes.ts';
import type { OrderSql } from '#database/select/default-order.ts';
import { whereSql } from '#database/select/where.ts';
import type { Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import type { ReadContext } from './context.ts';
import { RowTexts } from './row-texts.ts';
import { type Shape, tableOf } from './shape.ts';

/** What a list asks for. */
export interface ListRequest {
  readonly context: ReadContext;
  readonly model: Model;
  readonly shape: Shape;
  readonly where: Condition;
  readonly order: OrderSql;
  /** undefined: all rows. */
  readonly limit: number | undefined;
  readonly offset: number;
}

/** A page of a list: how many objects there are in all, and the texts of the page's. */
export interface ListPage {
  readonly count: number;
  readonly texts: Texts;
}

/**
 * One page of objects: a statement for the rows, a COUNT that joins nothing, and what the shape needs for all rows
 * together. The number of statements does not depend on the number of rows.
 */
export async function listObjects({
  context,
  model,
  shape,
  where,
  order,
  limit,
  offset,
}: ListRequest): Promise<ListPage> {
  // ---- Conditions
  if (where.op === 'never') return { count: 0, texts: [] };
  const parameters: string[] = [];
  const condition = where.op === 'always' ? '' : ` where ${whereSql(where, { model, alias: 't', parameters })}`;
  const from = `${tableOf(model)} t`;

  // ---- Rows and count, side by side
  const page = [...parameters];
  let pageSql = '';
  if (limit !== undefined) pageSql += ` limit $${page.push(String(limit))}`;
  if (offset > 0) pageSql += ` offset $${page.push(String(offset))}`;
  const countSql = `select count(*) from ${from}${condition}`;
  const [rows, count] = await Promise.all([
    context.rows(
      `select ${shape.select} from ${from}${order.joins}${condition} order by ${order.orderBy}${pageSql}`,
      page,
    ),
    context.kept(`${countSql} ${JSON.stringify(parameters)}`, async () =>
      Number((await context.rows(countSql, parameters))[0]![0]),
    ),
  ]);

  // ---- Texts
  return { count, texts: new RowTexts(rows, await shape.renderer(rows, context)) };
}

/** A page that begins at a key: nothing is counted; `next` is the key after the last row where the page is full. */
export async function listFrom({
  context,
  model,
  shape,
  where,
  start,
  limit,
}: Omit<ListRequest, 'order' | 'offset'> & { readonly start: string }): Promise<{
  next: string | undefined;
  texts: Texts;
}> {
  const parameters: string[] = [];
  const key = `t.${keyColumn(model)}`;
  const condition = whereSql(where, { model, alias: 't', parameters });
  parameters.push(start);
  let text = `select ${shape.select} from ${tableOf(model)} t where ${condition} and ${key} >= $${parameters.length}::bigint order by ${key}`;
  if (limit !== undefined) text += ` limit $${parameters.push(String(limit))}`;
  const rows = await context.rows(text, parameters);
  const last = rows.at(-1)?.[0];
  return {
    next: limit !== undefined && rows.length === limit && last ? String(BigInt(last) + 1n) : undefined,
    texts: new RowTexts(rows, await shape.renderer(rows, context)),
  };
}
