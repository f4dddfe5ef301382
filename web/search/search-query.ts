import { queryOptions } from '@tanstack/react-query';
import type { SearchAnswer } from '../../src/surfaces/search/contract.ts';
import { request } from '../api/request.ts';

/** Objects of all models, or of some, that have a text. */
export const searchQuery = (text: string, { limit, models = [] }: { limit: number; models?: readonly string[] }) =>
  queryOptions({
    queryKey: ['search', text, models, limit],
    enabled: text.trim().length > 1,
    queryFn: async ({ signal }) => {
      const parameters = new URLSearchParams({ q: text.trim(), limit: String(limit) });
      for (const model of models) parameters.append('model', model);
      return (await request<SearchAnswer>(`/patchbay/search/?${parameters}`, { signal })).results;
    },
  });
