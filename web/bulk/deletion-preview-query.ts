import { queryOptions, skipToken } from '@tanstack/react-query';
import type { DeletionPreview } from '../../src/operations/write/deletion-contract.ts';
import type { DeletionAsked } from '../../src/surfaces/bulk/contract.ts';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';

/** What deleting some objects of a model would take along, empty and be refused for. */
export const deletionPreviewQuery = (model: Pick<ModelMeta, 'api' | 'id'>, ids: readonly number[] | undefined) =>
  queryOptions({
    queryKey: ['deletion', model.id, ids?.join()],
    gcTime: 0,
    staleTime: 0,
    retry: false,
    queryFn: ids?.length
      ? ({ signal }) =>
          request<DeletionPreview>(`/patchbay/deletion/${model.api}/`, {
            method: 'POST',
            body: { ids } satisfies DeletionAsked,
            signal,
          })
      : skipToken,
  });
