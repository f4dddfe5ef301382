import { queryOptions } from '@tanstack/react-query';
import type { ModelSummary } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';
import type { RestObject } from '../api/rest.ts';

/** One object in full. */
export const objectQuery = (model: ModelSummary, id: string) =>
  queryOptions({
    queryKey: ['object', model.id, id],
    queryFn: ({ signal }) => request<RestObject>(`/api/${model.api}/${encodeURIComponent(id)}/`, { signal }),
  });
