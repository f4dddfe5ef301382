import { queryOptions } from '@tanstack/react-query';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';

/** One model in full, by its path in the interface (`dcim/devices`). */
export const modelQuery = (path: string) =>
  queryOptions({
    queryKey: ['meta', path],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => request<ModelMeta>(`/patchbay/meta/${path}/`, { signal }),
  });
