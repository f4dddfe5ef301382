import { GraphQLError } from 'graphql';
import { through } from '#query/compare.ts';
import { endless } from '#query/filters/condition-of.ts';
import type { Find } from '#query/find.ts';
import { always, and, type Condition, never, not, or } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import type { ServedFilter } from '../served-filters.ts';
import type { Types } from '../types.ts';
import { filterBehaviours } from './behaviours.ts';
import { holdsOfNothing } from './holds-of-nothing.ts';
import { jsonCondition } from './json-condition.ts';
import { lookupCondition, type Place } from './lookup-condition.ts';
import { type TreeNode, treeNodeCondition } from './tree-node-condition.ts';
import { wayTo } from './way.ts';

/** What filters are understood with. */
export interface FilterParts {
  readonly registry: Registry;
  readonly types: Types;
  readonly find: Find;
  /** The condition that REST's filters of the same names make. */
  rest(model: Model, query: URLSearchParams): Promise<Condition>;
}

type Value = Readonly<Record<string, unknown>>;

/** What must hold of an object, and what must hold of none that is reached the same way. */
interface Terms {
  readonly wanted: Condition;
  readonly unwanted: readonly Condition[];
}

const nothing: Terms = { wanted: always, unwanted: [] };
const whole = ({ wanted, unwanted }: Terms): Condition => and(wanted, ...unwanted.map(not));

/**
 * The condition that a filter's value makes on objects of the model. All members must hold, `NOT` must not, `OR`
 * holds in place of all the others; what is null says nothing. Objects are never counted twice, so that `DISTINCT`
 * asks for what is so anyhow.
 */
export const filterCondition = async (parts: FilterParts, filtered: Filtered): Promise<Condition> =>
  whole(await termsOf(parts, filtered));

interface Filtered {
  /** Below an odd number of `NOT`s: what can't be known then counts as true, and leads to nothing. */
  readonly negated?: boolean;
  readonly model: Model;
  readonly filterType: string;
  readonly value: Value;
}

async function termsOf(parts: FilterParts, { model, filterType, value, negated = false }: Filtered): Promise<Terms> {
  const served = parts.types.filters(parts.types.filtered(filterType)!);
  const inner = (given: unknown, denied = negated) =>
    termsOf(parts, { model, filterType, value: given as Value, negated: denied });
  const found: Terms[] = [];
  const rest = new URLSearchParams();
  let either: Condition = always;
  for (const [name, given] of Object.entries(value)) {
    if (given === null || given === undefined || name === 'DISTINCT') continue;
    if (name === 'AND') found.push(await inner(given));
    else if (name === 'NOT') {
      const unwanted = whole(await inner(given, !negated));
      if (unwanted !== always) found.push({ wanted: always, unwanted: [unwanted] });
    } else if (name === 'OR') either = whole(await inner(given));
    else {
      const filter = served.get(name)!;
      const asRest = /^rest\((\w+)\)$/.exec(filter.source)?.[1];
      if (asRest) for (const one of Array.isArray(given) ? given : [given]) rest.append(asRest, String(one));
      else found.push(await memberTerms(parts, { model, filter, value: given, negated }));
    }
  }
  if (rest.size > 0) found.push({ wanted: await parts.rest(model, rest), unwanted: [] });
  const all = {
    wanted: and(...found.map(({ wanted }) => wanted)),
    unwanted: found.flatMap(({ unwanted }) => unwanted),
  };
  if (either === always) return all;
  return { wanted: found.length === 0 ? either : or(whole(all), either), unwanted: [] };
}

async function memberTerms(
  parts: FilterParts,
  { model, filter, value, negated }: { model: Model; filter: ServedFilter; value: unknown; negated: boolean },
): Promise<Terms> {
  const { registry, types } = parts;
  const { name, source, type } = filter;
  if (source === 'none') throw new GraphQLError(`Nothing stands behind the filter ${name}.`);
  const named = type.replace(/[[\]!]/g, '');
  const behaviour = /^(\w+)\((.+)\)$/.exec(source);
  const one = (wanted: Condition): Terms => ({ wanted, unwanted: [] });
  try {
    if (behaviour) {
      const places = behaviour[2]!.split(',').map((path): Place => ({ registry, model, path }));
      return one(filterBehaviours[behaviour[1]!]!(places, value));
    }
    if (types.filtered(named)) {
      const steps = wayTo(registry, model, source);
      const { wanted, unwanted } = await termsOf(parts, {
        model: steps.at(-1)!.model,
        filterType: named,
        value: value as Value,
        negated,
      });
      if (wanted === always && unwanted.length === 0) return nothing;
      // What must not be is denied of all objects at the end of the way together, as NetBox does.
      return {
        wanted:
          wanted === always
            ? always
            : or(through(steps, wanted), holdsOfNothing(wanted, negated) ? endless(steps) : never),
        unwanted: unwanted.map((condition) => through(steps, condition)),
      };
    }
    if (named === 'TreeNodeFilter') {
      const steps = wayTo(registry, model, source);
      const node = await treeNodeCondition(parts, steps.at(-1)!.model, value as TreeNode);
      return one(through(steps, node));
    }
    if (named === 'JSONFilter')
      return one(jsonCondition({ registry, model, path: source, negated }, value as { path: string; lookup: Value }));
    return one(lookupCondition({ registry, model, path: source, negated }, value));
  } catch (error) {
    // A way that leads nowhere: NetBox's schema has filters of other models in some places.
    if (error instanceof GraphQLError) throw error;
    throw new GraphQLError((error as Error).message);
  }
}
