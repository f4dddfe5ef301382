import { through } from '#query/compare.ts';
import { fieldNamed, reverseStep } from '#query/path.ts';
import { and, type Condition, type Lookup, not } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { columnOf } from '#registry/registry.ts';

/** The condition on a node of a tree that `TreeNodeFilter` makes. */
export function treeNodeCondition(
  registry: Registry,
  model: Model,
  { id, match_type: match }: { readonly id: string; readonly match_type: string },
): Condition {
  const key = (lookup: Lookup): Condition => Object.freeze({ op: 'compare', field: undefined, lookup, values: [id] });
  const parent = fieldNamed(model, 'parent');
  if (!parent) return key('exact');
  const up = { way: 'forward', model, column: columnOf(parent)! } as const;
  const down = reverseStep(registry, model, model, parent.name);
  switch (match) {
    case 'DESCENDANTS':
      return and(key('descendants'), not(key('exact')));
    case 'SELF_AND_DESCENDANTS':
      return key('descendants');
    case 'CHILDREN':
      return through([up], key('exact'));
    case 'SIBLINGS':
      return and(through([up, down], key('exact')), not(key('exact')));
    case 'ANCESTORS':
      return and(key('ancestors'), not(key('exact')));
    case 'PARENT':
      return through([down], key('exact'));
    default:
      return key('exact');
  }
}
