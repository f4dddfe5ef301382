import type { Field } from '#fields/field.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { listedTypes } from '#registry/rest-facts.ts';
import { summaryOf } from '../summary.ts';

/**
 * The models that a generic relation may name: as its form says, else those of the union under which GraphQL serves it,
 * else those that have a way back to it,
 * else those with the feature that REST asks of them.
 */
export function genericTypes(registry: Registry, model: Model, field: Field): Model[] {
  const said = typeof field.form === 'object' ? field.form.types : undefined;
  const named = said ?? unionOf(registry, model, field.name);
  const back = registry.models.filter((one) => [...registry.generics(one).values()].includes(model));
  const type = model.fields.get(field.typeField ?? '');
  const feature = type && listedTypes(type);
  const all = named
    ? named.split(' ').map((name) => registry.get(name))
    : back.length > 0
      ? back
      : registry.models.filter((one) => one.features?.some((has) => has === feature));
  return all.filter((one) => summaryOf(one) !== undefined);
}

function unionOf(registry: Registry, { graphql }: Model, name: string): string | undefined {
  if (!graphql) return undefined;
  const type = new RegExp(`(?:^|\\s)${name}:\\[?(\\w+)`).exec(graphql.fields ?? '')?.[1];
  if (!type) return undefined;
  if (graphql.unions?.[type]) return graphql.unions[type];
  for (const { graphql: other } of registry.models)
    if (other && other.unions?.[type] !== undefined) return other.unions[type];
  return undefined;
}
