import type { ListState } from './list-state.ts';

/** The address's parameters for a state; what is as usual is left out. */
export function formatListState(state: ListState): URLSearchParams {
  const { sort, page, perPage, tableConfig } = state;
  const parameters = filterParameters(state);
  for (const field of sort) parameters.append('sort', field);
  if (tableConfig) parameters.set('tableconfig_id', tableConfig);
  if (perPage) parameters.set('per_page', String(perPage));
  if (page > 1) parameters.set('page', String(page));
  return parameters;
}

/** The parameters that choose which objects are shown, as the API takes them, too. */
export function filterParameters({
  search,
  filters,
  savedFilters,
}: Pick<ListState, 'search' | 'filters' | 'savedFilters'>): URLSearchParams {
  const parameters = new URLSearchParams();
  if (search) parameters.set('q', search);
  for (const id of savedFilters) parameters.append('filter_id', id);
  for (const { name, lookup, values } of filters) {
    for (const value of values) parameters.append(filterKey(name, lookup), value);
  }
  return parameters;
}

/** `name`, `ic` → `name__ic` */
function filterKey(name: string, lookup: string): string {
  return lookup ? `${name}__${lookup}` : name;
}
