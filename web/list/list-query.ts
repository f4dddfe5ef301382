import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ColumnMeta, ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';
import type { RestList } from '../api/rest.ts';
import { filterKey } from './format-list-state.ts';
import type { ListState } from './list-state.ts';
import { pageSize } from './page-size.ts';

interface ListRequest {
  readonly model: ModelMeta;
  readonly state: ListState;
  readonly columns: readonly ColumnMeta[];
}

/** One page of a list, with only the fields that the shown columns need. */
export const listQuery = ({ model, state, columns }: ListRequest) => {
  const address = `/api/${model.api}/?${listParameters({ model, state, columns })}`;
  return queryOptions({
    queryKey: ['list', model.id, address],
    queryFn: ({ signal }) => request<RestList>(address, { signal }),
    placeholderData: keepPreviousData,
  });
};

function listParameters({ model, state, columns }: ListRequest): URLSearchParams {
  const size = pageSize(state.perPage);
  const parameters = new URLSearchParams({ limit: String(size) });
  if (state.page > 1) parameters.set('offset', String((state.page - 1) * size));
  if (state.search) parameters.set('q', state.search);
  if (state.sort) parameters.set('ordering', state.sort);
  for (const { name, lookup, values } of state.filters) {
    for (const value of values) parameters.append(filterKey(name, lookup), value);
  }
  const always = model.fields.flatMap(({ name }) => (['id', 'url', 'display', '_depth'].includes(name) ? [name] : []));
  const fields = new Set([...always, ...columns.flatMap((column) => column.path.slice(0, 1))]);
  parameters.set('fields', [...fields].join(','));
  return parameters;
}
