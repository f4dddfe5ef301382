import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';

/** `GET /patchbay/counts/`: the number of objects that this user can see, by model. */
export const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: ({ signal }) => request<Readonly<Record<string, number>>>('/patchbay/counts/', { signal }),
});
