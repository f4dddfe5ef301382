import { queryOptions } from '@tanstack/react-query';
import type { LoginFacts } from '../../src/sso/contract.ts';
import { request } from '../api/request.ts';

export const loginFactsQuery = queryOptions({
  queryKey: ['session', 'login'],
  // A notice is told once: it is kept as long as the page is.
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  queryFn: ({ signal }) => request<LoginFacts>('/patchbay/login/', { signal }),
});
