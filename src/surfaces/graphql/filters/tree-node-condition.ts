import { through } from '#query/compare.ts';
import type { Find } from '#query/find.ts';
import { fieldNamed, reverseStep } from '#query/path.ts';
import { and, type Condition, type Lookup, never, not } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import { columnOf } from '#registry/registry.ts';

/** What `TreeNodeFilter` says. */
export interface TreeNode {
  readonly id: string;
  readonly match_type: string;
}

/** The condition on a node of a tree that `TreeNodeFilter` makes. */
export async function treeNodeCondition(
  { find }: { readonly find: Find },
  model: Model,
  { id, match_type: match }: TreeNode,
): Promise<Condition> {
  const key = (lookup: Lookup): Condition => Object.freeze({ op: 'compare', field: undefined, lookup, values: [id] });
  const parent = fieldNamed(model, 'parent');
  if (!parent) return key('exact');
  const up = { way: 'forward', model, column: columnOf(parent)! } as const;
  const down = reverseStep(model, model, parent.name);
  switch (match) {
    case 'DESCENDANTS':
      return and(key('descendants'), not(key('exact')));
    case 'SELF_AND_DESCENDANTS':
      return key('descendants');
    case 'CHILDREN':
      return through([up], key('exact'));
    case 'SIBLINGS': {
      const [node] = await find({ model, where: key('exact'), fields: [parent.name] });
      if (!node) return never;
      // Roots are siblings of each other.
      const together: Condition =
        node[0] === null
          ? Object.freeze({ op: 'compare', field: parent, lookup: 'isnull', values: ['true'] })
          : through([up, down], key('exact'));
      return and(together, not(key('exact')));
    }
    case 'ANCESTORS':
      return and(key('ancestors'), not(key('exact')));
    case 'PARENT':
      return through([down], key('exact'));
    default:
      return key('exact');
  }
}
