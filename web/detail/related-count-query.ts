import { queryOptions } from '@tanstack/react-query';
import type { ModelSummary, RelatedMeta } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';
import type { RestList, RestObject } from '../api/rest.ts';

/** How many objects point here: from the object itself where it counts them, else asked. */
export const relatedCountQuery = (model: ModelSummary, related: RelatedMeta, object: RestObject) => {
  const known = related.count === undefined ? undefined : object[related.count];
  return queryOptions({
    queryKey: ['count', model.id, related.filter, object.id, known],
    async queryFn({ signal }) {
      const list = await request<RestList>(`/api/${model.api}/?${related.filter}=${object.id}&limit=1&fields=id`, {
        signal,
      });
      return list.count;
    },
    ...(typeof known === 'number' ? { initialData: known, staleTime: Number.POSITIVE_INFINITY } : {}),
  });
};
