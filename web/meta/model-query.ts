import { queryOptions } from '@tanstack/react-query';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';
import { inForce } from '../texts/in-force.ts';
import { inLanguage } from './in-language.ts';

/** One model in full, by its path in the interface (`dcim/devices`). */
export const modelQuery = (path: string) =>
  queryOptions({
    queryKey: ['meta', inForce.language.code, path],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => inLanguage(await request<ModelMeta>(`/patchbay/meta/${path}/`, { signal })),
  });
