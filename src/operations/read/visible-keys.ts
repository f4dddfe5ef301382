import { whereSql } from '#database/select/where.ts';
import type { Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import type { ReadContext } from './context.ts';
import { tableOf } from './shape.ts';

/** Those of the keys whose objects the condition lets through. */
export async function visibleKeys(
  context: ReadContext,
  { model, keys, where }: { model: Model; keys: readonly string[]; where: Condition },
): Promise<string[]> {
  if (where.op === 'never' || keys.length === 0) return [];
  const parameters = [`{${keys.join(',')}}`];
  const key = `t."${keyColumn(model)}"`;
  const condition = whereSql(where, { model, alias: 't', parameters });
  const rows = await context.rows(
    `select ${key} from ${tableOf(model)} t where ${key} = any($1) and ${condition}`,
    parameters,
  );
  return rows.map(([one]) => one!);
}
