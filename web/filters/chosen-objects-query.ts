import { queryOptions, skipToken } from '@tanstack/react-query';
import type { ModelSummary } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';
import type { RestList } from '../api/rest.ts';

/** The objects that a filter names by id or slug, for their display names. */
export const chosenObjectsQuery = (model: ModelSummary | undefined, attribute: string, values: readonly string[]) => {
  const parameters = new URLSearchParams({ brief: 'true', limit: String(Math.max(values.length, 1)) });
  for (const value of values) parameters.append(attribute, value);
  const ask = model && values.length > 0 && values.every((value) => value !== 'null');
  return queryOptions({
    queryKey: ['chosen', model?.id, attribute, values],
    staleTime: 5 * 60_000,
    queryFn: ask
      ? async ({ signal }) => (await request<RestList>(`/api/${model.api}/?${parameters}`, { signal })).results
      : skipToken,
  });
};
