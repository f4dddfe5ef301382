import { queryOptions } from '@tanstack/react-query';
import type { ColumnMeta, ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';
import type { RestList } from '../api/rest.ts';
import { filterParameters } from './format-list-state.ts';
import type { ListState } from './list-state.ts';

export interface ListRequest {
  readonly model: ModelMeta;
  readonly state: Pick<ListState, 'search' | 'filters' | 'savedFilters' | 'sort'>;
  readonly columns: readonly ColumnMeta[];
}

/** How many rows are fetched at once: three screens of them. */
export const blockSize = 100;

/** The address of a list's rows without which of them: lists of the same address show the same. */
export function listAddress({ model, state, columns }: ListRequest): string {
  const parameters = filterParameters(state);
  if (state.sort.length > 0) parameters.set('ordering', state.sort.join(','));
  const always = model.fields.flatMap(({ name }) => (['id', 'url', 'display', '_depth'].includes(name) ? [name] : []));
  const fields = new Set([...always, ...columns.flatMap((column) => (column.far ? [] : column.path.slice(0, 1)))]);
  parameters.set('fields', [...fields].join(','));
  return `/api/${model.api}/?${parameters}`;
}

/** Some of a list's rows, with only the fields that the shown columns need. */
export const rowsQuery = (
  model: Pick<ModelMeta, 'id'>,
  address: string,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
) =>
  queryOptions({
    queryKey: ['list', model.id, address, limit, offset],
    gcTime: 2 * 60_000,
    queryFn: ({ signal }) =>
      request<RestList>(`${address}&limit=${limit}${offset > 0 ? `&offset=${offset}` : ''}`, { signal }),
  });

/** A block of a list's rows. */
export const blockQuery = (model: Pick<ModelMeta, 'id'>, address: string, block: number) =>
  rowsQuery(model, address, { limit: blockSize, offset: block * blockSize });
