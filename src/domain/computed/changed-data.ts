import type { Computed } from '#operations/read/shapes.ts';
import type { Model } from '#registry/model.ts';
import { columnOf } from '#registry/registry.ts';
import { columnsPart } from './columns-part.ts';

/** What changes with every change, or is kept by the database: it says nothing about what somebody did. */
const untold = (model: Model): Set<string> =>
  new Set([
    'created',
    'last_updated',
    ...[...model.fields.values()]
      .filter(({ kind }) => kind.name === 'treePath' || kind.name === 'sortPath')
      .map(({ name }) => name),
  ]);

/** An object as the change log keeps it, without what the database keeps by itself; empty where nothing is kept. */
export const changedData: Computed = ({ name, model, field, shapes }) => {
  const type = columnOf(model.fields.get('changed_object_type')!)!;
  return columnsPart(name, [columnOf(field)!, type], ([data, typeId], { contentTypes }) => {
    if (data === null) return '{}';
    const changed = shapes.registry.find(contentTypes.name(typeId!) ?? '');
    const left = changed ? untold(changed) : new Set<string>();
    const told = Object.entries((JSON.parse(data!) ?? {}) as Record<string, unknown>).filter(
      ([key]) => !key.startsWith('_') && !left.has(key),
    );
    return JSON.stringify(Object.fromEntries(told));
  });
};
