import { queryOptions } from '@tanstack/react-query';
import type { MetaIndex } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';

/** The models by name and the menu. */
export const indexQuery = queryOptions({
  queryKey: ['meta'],
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => request<MetaIndex>('/patchbay/meta/', { signal }),
});
