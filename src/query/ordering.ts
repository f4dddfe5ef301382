import type { Model } from '#registry/model.ts';
import { columnOf } from '#registry/registry.ts';
import { fieldNamed } from './path.ts';

/**
 * The terms of `ordering` that the model can be sorted by, in a model's own spelling (`-name`): served fields that it
 * stores, under the names that NetBox's models have for them. Others are dropped; the last of repeated parameters counts.
 */
export function parseOrdering(model: Model, query: URLSearchParams): readonly string[] {
  const text = query.getAll('ordering').at(-1) ?? '';
  return text
    .split(',')
    .map((term) => term.trim())
    .filter((term) => isOrderable(model, term.replace(/^-/, '')));
}

const counted = ['relatedCount', 'treeCount'];

/** Whether a list can be sorted by the name. */
function isOrderable(model: Model, name: string): boolean {
  if (name === 'id') return model.key !== 'none';
  const field = fieldNamed(model, name);
  // What nobody may read, such as a password's hash, must not show in an order either.
  if (!field || field.rest === false || field.rest?.writeOnly || field.rest?.unordered) return false;
  const ownName = field.source ?? (field.kind.name === 'customFields' ? columnOf(field) : field.name);
  return ownName === name && (columnOf(field) !== undefined || counted.includes(field.kind.name));
}
