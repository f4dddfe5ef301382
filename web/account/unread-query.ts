import { queryOptions } from '@tanstack/react-query';
import type { Unread } from '../../src/surfaces/account/contract.ts';
import { request } from '../api/request.ts';

/** How many notifications one has not read: asked again each minute that the page is looked at, and when one comes back to it. */
export const unreadQuery = queryOptions({
  queryKey: ['unread'],
  staleTime: 15_000,
  refetchInterval: 60_000,
  refetchOnWindowFocus: true,
  retry: false,
  queryFn: async ({ signal }) => (await request<Unread>('/patchbay/account/unread/', { signal })).unread,
});
