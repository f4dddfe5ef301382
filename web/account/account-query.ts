import { queryOptions } from '@tanstack/react-query';
import type { Account } from '../../src/surfaces/account/contract.ts';
import { request } from '../api/request.ts';

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => request<Account>('/patchbay/account/', { signal }),
});
