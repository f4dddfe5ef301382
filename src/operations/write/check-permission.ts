import { whereSql } from '#database/select/where.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import type { WriteContext } from './write-context.ts';

/** The keys among these that the asker may do this with. */
export async function permittedKeys(
  context: WriteContext,
  { model, action, keys }: { model: Model; action: string; keys: readonly string[] },
): Promise<ReadonlySet<string>> {
  const condition = context.permits(model, action);
  if (condition.op === 'always') return new Set(keys);
  if (condition.op === 'never') return new Set();
  const parameters = [`{${keys.join(',')}}`];
  const where = whereSql(condition, { model, alias: 't', parameters });
  const rows = await context.rows(
    `select t.${keyColumn(model)} from "${model.table}" t where t.${keyColumn(model)} = any($1) and ${where}`,
    parameters,
  );
  return new Set(rows.map(([key]) => key!));
}
