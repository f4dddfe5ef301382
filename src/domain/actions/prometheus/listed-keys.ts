import { HttpError } from '#base/http-error.ts';
import { defaultOrder } from '#database/select/default-order.ts';
import { finder } from '#database/select/find.ts';
import { whereSql } from '#database/select/where.ts';
import type { ActionRequest } from '#operations/action.ts';
import { parseFilters } from '#query/filters/parse-filters.ts';
import { and, type Condition } from '#query/tree.ts';
import { filterBehaviours } from '../../filters/index.ts';
import { permitted } from '../permitted.ts';

/** Keys of all objects of a model that the query's filters let through and the asker may see, in the model's order. */
export async function listedKeys(request: ActionRequest, name: string, more?: Condition): Promise<string[]> {
  const { asker, context, query, settings, sql } = request;
  const { registry } = context;
  const model = registry.get(name);
  const visible = permitted(request, name);
  const parsed = await parseFilters({
    registry,
    model,
    query,
    find: finder(sql),
    behaviours: filterBehaviours,
    timeZone: settings.TIME_ZONE,
    userId: asker.userId,
  });
  if ('errors' in parsed) throw new HttpError(400, parsed.errors);
  const parameters: string[] = [];
  const where = whereSql(and(visible, parsed.condition, ...(more ? [more] : [])), { model, alias: 't', parameters });
  const { joins, orderBy } = defaultOrder(registry, model, 't');
  const rows = await context.rows(
    `select t.id from ${model.table} t${joins} where ${where} order by ${orderBy}`,
    parameters,
  );
  return rows.map(([id]) => id!);
}
