import { queryOptions } from '@tanstack/react-query';
import type { FormMeta } from '../../src/surfaces/meta/form-contract.ts';
import { request } from '../api/request.ts';

/** The form of a model, by its path in the interface (`dcim/devices`). */
export const formQuery = (path: string) =>
  queryOptions({
    queryKey: ['meta', path, 'form'],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => request<FormMeta>(`/patchbay/meta/${path}/form/`, { signal }),
  });
