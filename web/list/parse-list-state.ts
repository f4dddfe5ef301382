import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import type { ActiveFilter, ListState } from './list-state.ts';

/** Parameters that don't filter: NetBox's own for its lists, and those that only the API takes. */
const reserved = new Set([
  'q',
  'sort',
  'page',
  'per_page',
  'limit',
  'offset',
  'ordering',
  'fields',
  'omit',
  'brief',
  'filter_id',
  'tableconfig_id',
]);

/** Reads `?site_id=1&name__ic=core&sort=-name&sort=site&page=2`; several sort fields may also be one, with commas. */
export function parseListState(parameters: URLSearchParams, model: Pick<ModelMeta, 'filters'>): ListState {
  const known = new Set(model.filters.map((filter) => filter.name));
  const filters: ActiveFilter[] = [];
  for (const key of new Set(parameters.keys())) {
    if (reserved.has(key)) continue;
    const cut = known.has(key) ? -1 : key.lastIndexOf('__');
    const values = parameters.getAll(key);
    filters.push(
      cut < 0 ? { name: key, lookup: '', values } : { name: key.slice(0, cut), lookup: key.slice(cut + 2), values },
    );
  }
  return {
    search: parameters.get('q') ?? '',
    filters,
    sort: parameters.getAll('sort').flatMap((fields) => fields.split(',').filter(Boolean)),
    page: Math.max(1, Math.trunc(Number(parameters.get('page'))) || 1),
    perPage: Math.max(0, Math.trunc(Number(parameters.get('per_page'))) || 0),
    savedFilters: parameters.getAll('filter_id').flatMap((ids) => ids.split(',').filter(Boolean)),
    tableConfig: parameters.get('tableconfig_id') ?? '',
  };
}
