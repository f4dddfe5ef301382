import type { ListState } from './list-state.ts';

/** The address's parameters for a state; what is as usual is left out. */
export function formatListState({ search, filters, sort, page, perPage }: ListState): URLSearchParams {
  const parameters = new URLSearchParams();
  if (search) parameters.set('q', search);
  for (const { name, lookup, values } of filters) {
    for (const value of values) parameters.append(filterKey(name, lookup), value);
  }
  if (sort) parameters.set('sort', sort);
  if (perPage) parameters.set('per_page', String(perPage));
  if (page > 1) parameters.set('page', String(page));
  return parameters;
}

/** `name`, `ic` → `name__ic` */
export function filterKey(name: string, lookup: string): string {
  return lookup ? `${name}__${lookup}` : name;
}
