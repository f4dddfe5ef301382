import type { FilterDeclaration } from '#registry/filter.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { declarationsOf } from './declarations.ts';
import { filtersOf } from './filters-of.ts';

/** The model's filters without lookup, each with the suffixes that it takes: what an interface offers. */
export function factsOf(
  registry: Registry,
  model: Model,
): { name: string; declaration: FilterDeclaration; lookups: string[] }[] {
  const filters = [...filtersOf(registry, model).values()];
  return [...declarationsOf(registry, model)].map(([name, declaration]) => ({
    name,
    declaration,
    lookups: filters
      .filter((filter) => filter.base === name && filter.name !== name)
      .map((filter) => filter.name.slice(name.length + 2)),
  }));
}
