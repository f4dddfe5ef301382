import type { Model } from '#registry/model.ts';
import { columnOf } from '#registry/registry.ts';
import { namedColumn } from './named-column.ts';
import type { Tree } from './table.ts';

/** The tree of a model that has a path; it sorts by the names of its nodes where there is a sort path. */
export function treeOf(model: Model): Tree | undefined {
  const fields = [...model.fields.values()];
  const path = fields.find(({ kind }) => kind.name === 'treePath');
  const sorted = fields.find(({ kind }) => kind.name === 'sortPath');
  if (!path) return undefined;
  return {
    path: columnOf(path)!,
    parent: namedColumn('parent', model),
    ...(sorted && { sort: { path: columnOf(sorted)!, name: namedColumn(sorted.from ?? 'name', model) } }),
  };
}
