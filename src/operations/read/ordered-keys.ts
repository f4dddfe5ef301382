import type { OrderSql } from '#database/select/default-order.ts';
import { whereSql } from '#database/select/where.ts';
import type { Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import type { ReadContext } from './context.ts';
import { tableOf } from './shape.ts';

/** The keys of all objects that a list has, in its order: what is done with all of them begins here. */
export async function orderedKeys(
  context: ReadContext,
  { model, where, order }: { model: Model; where: Condition; order: OrderSql },
): Promise<string[]> {
  if (where.op === 'never') return [];
  const parameters: string[] = [];
  const condition = whereSql(where, { model, alias: 't', parameters });
  const rows = await context.rows(
    `select t."${keyColumn(model)}" from ${tableOf(model)} t${order.joins} where ${condition} order by ${order.orderBy}`,
    parameters,
  );
  return rows.map(([key]) => key!);
}
