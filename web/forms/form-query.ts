import { queryOptions } from '@tanstack/react-query';
import type { FormMeta } from '../../src/surfaces/meta/form-contract.ts';
import { request } from '../api/request.ts';
import { inLanguage } from '../meta/in-language.ts';
import { inForce } from '../texts/in-force.ts';

/** The form of a model, by its path in the interface (`dcim/devices`). */
export const formQuery = (path: string) =>
  queryOptions({
    queryKey: ['meta', inForce.language.code, path, 'form'],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => inLanguage(await request<FormMeta>(`/patchbay/meta/${path}/form/`, { signal })),
  });
