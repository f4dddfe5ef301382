import { whereSql } from '#database/select/where.ts';
import type { Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { ReadContext } from './context.ts';
import { tableOf } from './shape.ts';

/** What to count: the objects of a model that satisfy a condition. */
export interface Counting {
  readonly model: Model;
  readonly where: Condition;
}

/** How many objects each of the conditions finds, in one statement. */
export async function countObjects(context: ReadContext, countings: readonly Counting[]): Promise<number[]> {
  if (countings.length === 0) return [];
  const parameters: string[] = [];
  const counts = countings.map(({ model, where }) =>
    where.op === 'never'
      ? '0'
      : `(select count(*) from ${tableOf(model)} t where ${whereSql(where, { model, alias: 't', parameters })})`,
  );
  const [row] = await context.rows(`select ${counts.join(', ')}`, parameters);
  return row!.map(Number);
}
