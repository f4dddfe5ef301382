import { parseOrdering } from '#query/ordering.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { defaultOrder, type OrderSql } from './default-order.ts';
import { orderSql } from './order.ts';

/** The order that a list's `ordering` parameter asks for; the model's own where it asks for none that there is. */
export function requestedOrder(registry: Registry, model: Model, query: URLSearchParams): OrderSql {
  const terms = parseOrdering(model, query);
  return terms.length === 0 ? defaultOrder(registry, model, 't') : orderSql(registry, { model, alias: 't', terms });
}
