import type { Model } from '#registry/model.ts';
import { words } from '#registry/names.ts';
import { factsOf } from './facts.ts';

/** `SiteType`: the name of a model's object type. */
export const typeName = (model: Model): string => factsOf(model).type ?? `${model.className}Type`;

/** `SiteFilter`: the name of a model's filter. */
export const filterName = ({ className }: Model): string => `${className}Filter`;

/** `device_role`: the query for one object of the model; undefined where there is none. */
export function queryName(model: Model): string | undefined {
  const { query } = factsOf(model);
  if (query === false || model.graphql === false) return undefined;
  return query ?? words(model.className).replaceAll(' ', '_');
}
