import { queryOptions } from '@tanstack/react-query';
import type { Counts } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';

/** `GET /patchbay/counts/`: the number of objects that this user can see, by model. */
export const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: ({ signal }) => request<Counts>('/patchbay/counts/', { signal }),
});
