import { whereSql } from '#database/select/where.ts';
import type { Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import type { ReadContext } from './context.ts';
import type { Measured } from './contract.ts';
import { tableOf } from './shape.ts';

/** Numbers about objects that no API serves: PostgreSQL expressions over the row `t`, by model and name. */
export type Measures = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The measures of the objects that the condition lets through, by key and name, in one statement. */
export async function measure(
  context: ReadContext,
  {
    model,
    measures,
    keys,
    where,
  }: { model: Model; measures: Readonly<Record<string, string>>; keys: readonly string[]; where: Condition },
): Promise<Readonly<Record<string, Measured>>> {
  if (where.op === 'never' || keys.length === 0) return {};
  const names = Object.keys(measures);
  const parameters = [`{${keys.join(',')}}`];
  const key = `t."${keyColumn(model)}"`;
  const condition = whereSql(where, { model, alias: 't', parameters });
  const columns = names.map((name) => `round((${measures[name]!})::numeric, 1)`);
  const rows = await context.rows(
    `select ${[key, ...columns].join(', ')} from ${tableOf(model)} t where ${key} = any($1) and ${condition}`,
    parameters,
  );
  return Object.fromEntries(
    rows.map(([id, ...values]) => [
      id!,
      Object.fromEntries(names.map((name, at) => [name, values[at] == null ? null : Number(values[at])])),
    ]),
  );
}
