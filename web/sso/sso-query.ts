import { queryOptions } from '@tanstack/react-query';
import type { SingleSignOn } from '../../src/sso/contract.ts';
import { request } from '../api/request.ts';

export const ssoQuery = queryOptions({
  queryKey: ['sso'],
  staleTime: 0,
  queryFn: ({ signal }) => request<SingleSignOn>('/patchbay/sso/', { signal }),
});
