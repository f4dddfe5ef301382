import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';

/** An object that has what was looked for, as `/patchbay/search/` tells it. */
export interface SearchHit {
  readonly model: string;
  readonly id: number;
  readonly display: string;
  readonly description: string;
  readonly field: string;
  readonly value: string;
}

/** Objects of all models, or of some, that have a text. */
export const searchQuery = (text: string, { limit, models = [] }: { limit: number; models?: readonly string[] }) =>
  queryOptions({
    queryKey: ['search', text, models, limit],
    enabled: text.trim().length > 1,
    queryFn: async ({ signal }) => {
      const parameters = new URLSearchParams({ q: text.trim(), limit: String(limit) });
      for (const model of models) parameters.append('model', model);
      return (await request<{ results: readonly SearchHit[] }>(`/patchbay/search/?${parameters}`, { signal })).results;
    },
  });
