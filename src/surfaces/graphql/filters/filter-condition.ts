import { GraphQLError } from 'graphql';
import { through } from '#query/compare.ts';
import { always, and, type Condition, not, or } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import type { ServedFilter } from '../served-filters.ts';
import type { Types } from '../types.ts';
import { filterBehaviours } from './behaviours.ts';
import { jsonCondition } from './json-condition.ts';
import { lookupCondition, type Place } from './lookup-condition.ts';
import { treeNodeCondition } from './tree-node-condition.ts';
import { wayTo } from './way.ts';

/** What filters are understood with. */
export interface FilterParts {
  readonly registry: Registry;
  readonly types: Types;
  /** The condition that REST's filters of the same names make. */
  rest(model: Model, query: URLSearchParams): Promise<Condition>;
}

type Value = Readonly<Record<string, unknown>>;

/**
 * The condition that a filter's value makes on objects of the model. All members must hold, `NOT` must not, `OR`
 * holds in place of all the others; what is null says nothing. Objects are never counted twice, so that `DISTINCT`
 * asks for what is so anyhow.
 */
export async function filterCondition(
  parts: FilterParts,
  { model, filterType, value }: { model: Model; filterType: string; value: Value },
): Promise<Condition> {
  const served = parts.types.filters(parts.types.filtered(filterType)!);
  const inner = (given: unknown) => filterCondition(parts, { model, filterType, value: given as Value });
  const terms: Condition[] = [];
  const rest = new URLSearchParams();
  let either: Condition | undefined;
  for (const [name, given] of Object.entries(value)) {
    if (given === null || given === undefined || name === 'DISTINCT') continue;
    if (name === 'AND') terms.push(await inner(given));
    else if (name === 'NOT') {
      const condition = await inner(given);
      if (condition !== always) terms.push(not(condition));
    } else if (name === 'OR') either = await inner(given);
    else {
      const filter = served.get(name)!;
      const asRest = /^rest\((\w+)\)$/.exec(filter.source)?.[1];
      if (asRest) for (const one of Array.isArray(given) ? given : [given]) rest.append(asRest, String(one));
      else terms.push(await memberCondition(parts, { model, filter, value: given }));
    }
  }
  if (rest.size > 0) terms.push(await parts.rest(model, rest));
  const all = and(...terms);
  if (!either || either === always) return all;
  return terms.length === 0 ? either : or(all, either);
}

async function memberCondition(
  parts: FilterParts,
  { model, filter, value }: { model: Model; filter: ServedFilter; value: unknown },
): Promise<Condition> {
  const { registry, types } = parts;
  const { name, source, type } = filter;
  if (source === 'none') throw new GraphQLError(`Nothing stands behind the filter ${name}.`);
  const named = type.replace(/[[\]!]/g, '');
  const behaviour = /^(\w+)\((.+)\)$/.exec(source);
  try {
    if (behaviour) {
      const places = behaviour[2]!.split(',').map((path): Place => ({ registry, model, path }));
      return filterBehaviours[behaviour[1]!]!(places, value);
    }
    if (types.filtered(named)) {
      const steps = wayTo(registry, model, source);
      const condition = await filterCondition(parts, {
        model: steps.at(-1)!.model,
        filterType: named,
        value: value as Value,
      });
      return condition === always ? always : through(steps, condition);
    }
    if (named === 'TreeNodeFilter') {
      const steps = wayTo(registry, model, source);
      return through(
        steps,
        treeNodeCondition(registry, steps.at(-1)!.model, value as { id: string; match_type: string }),
      );
    }
    if (named === 'JSONFilter')
      return jsonCondition({ registry, model, path: source }, value as { path: string; lookup: Value });
    return lookupCondition({ registry, model, path: source }, value);
  } catch (error) {
    // A way that leads nowhere: NetBox's schema has filters of other models in some places.
    if (error instanceof GraphQLError) throw error;
    throw new GraphQLError((error as Error).message);
  }
}
