import { queryOptions } from '@tanstack/react-query';
import type { PageFacts } from '../../src/domain/pages/contract.ts';
import type { ModelSummary } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';

/** Something that the server tells of an object for its page: `/patchbay/page/dcim/devices/1/config-context/`. */
export const pageFactQuery = <Name extends keyof PageFacts>(model: ModelSummary, id: number | string, fact: Name) =>
  queryOptions({
    queryKey: ['object', model.id, String(id), 'page', fact],
    queryFn: ({ signal }) =>
      request<PageFacts[Name]>(`/patchbay/page/${model.api}/${id}/${fact ? `${fact}/` : ''}`, { signal }),
  });
