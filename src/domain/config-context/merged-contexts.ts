import type { ReadContext } from '#operations/read/context.ts';
import type { Model } from '#registry/model.ts';
import { type Attributes, attributesOf } from './attributes.ts';
import { activeContexts, type Context } from './contexts.ts';
import { type JsonObject, merge } from './merge.ts';

/** Whether every dimension to which the context is assigned names something that the object has. */
const applies = ({ assigned }: Context, attributes: Attributes): boolean =>
  assigned.every(([dimension, keys]) => attributes[dimension].some((key) => keys.has(key)));

/** The config contexts that apply to devices or virtual machines, merged in their order; by the object's key. */
export async function mergedContexts(
  model: Model,
  keys: readonly string[],
  context: ReadContext,
): Promise<ReadonlyMap<string, JsonObject>> {
  const contexts = await activeContexts(context);
  if (contexts.length === 0 || keys.length === 0) return new Map();
  const merged = new Map<string, JsonObject>();
  const byLikeness = new Map<string, JsonObject>();
  for (const [key, { attributes, alike }] of await attributesOf(model, keys, context)) {
    let data = byLikeness.get(alike);
    if (!data) {
      data = contexts
        .filter((one) => applies(one, attributes))
        .reduce((before, one) => merge(before, one.data), {} as JsonObject);
      byLikeness.set(alike, data);
    }
    merged.set(key, data);
  }
  return merged;
}

/** The config contexts that apply to one device or virtual machine, in their order. */
export async function appliedContexts(model: Model, key: string, context: ReadContext): Promise<readonly Context[]> {
  const contexts = await activeContexts(context);
  const found = contexts.length > 0 ? (await attributesOf(model, [key], context)).get(key) : undefined;
  return found ? contexts.filter((one) => applies(one, found.attributes)) : [];
}
