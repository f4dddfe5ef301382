import { through } from '#query/compare.ts';
import type { Condition } from '#query/tree.ts';
import { columnOf } from '#registry/registry.ts';
import type { From } from './on-path.ts';

/** The generic relation of the model names an object of `target` that satisfies the condition. */
export function genericTo({ registry, model }: From, target: string, where: Condition): Condition {
  const { type, id } = registry.genericFields(model);
  const step = {
    way: 'genericForward',
    model: registry.get(target),
    typeColumn: columnOf(type)!,
    idColumn: columnOf(id)!,
  } as const;
  return through([step], where);
}

/** The generic relation names the object of `target` with one of the keys. */
export const genericKey = (from: From, target: string, keys: readonly string[]): Condition =>
  genericTo(from, target, Object.freeze({ op: 'compare', field: undefined, lookup: 'exact', values: keys }));
