import type { Field } from '#fields/field.ts';
import { isContentType } from '#registry/is-content-type.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';

/** What a field's value is made of, where it is objects: the model, in which shape, and whether there are many. */
export interface Target {
  readonly model: Model;
  readonly shape: string;
  readonly many: boolean;
}

/** The objects that a field serves; undefined where it serves a value, a bare key or names. */
export function relationTarget(registry: Registry, field: Field): Target | undefined {
  const model = field.to === undefined ? undefined : registry.get(field.to);
  if (!model?.rest || isContentType(model) || field.shape === 'key' || field.shape === 'slug') return undefined;
  return { model, shape: field.shape ?? 'brief', many: field.kind.schema(field).type === 'array' };
}

/** Whether a field names models, which are spelled `<app>.<model>`. */
export const namesTypes = (registry: Registry, { to }: Field): boolean =>
  to !== undefined && isContentType(registry.get(to));
