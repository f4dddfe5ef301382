import type { Model } from '#registry/model.ts';
import { columnOf } from '#registry/registry.ts';

/** The column behind a field's name, as constraints and indexes name fields; `id` is every model's. */
export function namedColumn(name: string, model: Model): string {
  const field = model.fields.get(name);
  if (!field && name !== 'id') throw new Error(`${model.name} has no field ${name}`);
  return field ? columnOf(field)! : name;
}
