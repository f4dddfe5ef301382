import { queryOptions } from '@tanstack/react-query';
import type { Counts, ModelSummary } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';

/** How many objects refer to an object, by `<model> <filter>`, beside those that it counts itself. */
export const relatedCountsQuery = (model: ModelSummary, id: string) =>
  queryOptions({
    queryKey: ['related', model.id, id],
    queryFn: ({ signal }) => request<Counts>(`/patchbay/related/${model.api}/${id}/`, { signal }),
  });
