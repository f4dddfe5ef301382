import { queryOptions } from '@tanstack/react-query';
import type { ModelSummary } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';
import type { RestObject } from '../api/rest.ts';

/** An object as it was when its form was opened. */
export interface Edited {
  readonly object: RestObject;
  readonly etag: string | undefined;
}

/** One object with its ETag: asked when its form is opened, and not again while it is filled. */
export const editedQuery = (model: ModelSummary, id: string) =>
  queryOptions({
    queryKey: ['edited', model.id, id],
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    async queryFn({ signal }): Promise<Edited> {
      let etag: string | undefined;
      const object = await request<RestObject>(`/api/${model.api}/${encodeURIComponent(id)}/`, {
        signal,
        onHeaders: (headers) => {
          etag = headers.get('etag') ?? undefined;
        },
      });
      return { object, etag };
    },
  });
