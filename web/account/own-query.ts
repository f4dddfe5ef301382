import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import type { RestList } from '../api/rest.ts';

/** The objects of a list that are one's own: `extras/bookmarks`. */
export const ownQuery = (api: string) =>
  queryOptions({
    queryKey: ['own', api],
    queryFn: ({ signal }) => request<RestList>(`/patchbay/own/${api}/?limit=500`, { signal }),
  });
