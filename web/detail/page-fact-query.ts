import { queryOptions } from '@tanstack/react-query';
import type { ModelSummary } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';

/** Something that the server tells of an object for its page: `/patchbay/page/dcim/devices/1/config-context/`. */
export const pageFactQuery = <T>(model: ModelSummary, id: number | string, fact = '') =>
  queryOptions({
    queryKey: ['object', model.id, String(id), 'page', fact],
    queryFn: ({ signal }) => request<T>(`/patchbay/page/${model.api}/${id}/${fact ? `${fact}/` : ''}`, { signal }),
  });
