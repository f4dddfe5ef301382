import { queryOptions } from '@tanstack/react-query';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';

export interface NamedObject {
  readonly id: number;
  readonly display: string;
}

/** `POST /patchbay/deletion/<app>/<endpoint>/` */
export interface DeletionPreview {
  readonly count: number;
  readonly goes: readonly DeletionGroup[];
  readonly cleared: readonly { readonly model: string; readonly field: string; readonly count: number }[];
  readonly refused: readonly {
    readonly id: number;
    readonly display: string;
    readonly by: readonly DeletionGroup[];
    readonly reasons: readonly string[];
  }[];
}

/** Objects of one model, the first few by name. */
export interface DeletionGroup {
  readonly model: string;
  readonly count: number;
  readonly named: readonly NamedObject[];
}

/** What deleting some objects of a model would take along, empty and be refused for. */
export const deletionPreviewQuery = (model: Pick<ModelMeta, 'api' | 'id'>, ids: readonly number[] | undefined) =>
  queryOptions({
    queryKey: ['deletion', model.id, ids?.join()],
    enabled: ids !== undefined && ids.length > 0,
    gcTime: 0,
    staleTime: 0,
    retry: false,
    queryFn: ({ signal }) =>
      request<DeletionPreview>(`/patchbay/deletion/${model.api}/`, { method: 'POST', body: { ids }, signal }),
  });
