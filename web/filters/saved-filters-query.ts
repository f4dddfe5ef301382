import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';

/** Filters under a name, as `/api/extras/saved-filters/` serves them. */
export interface SavedFilter {
  readonly id: number;
  readonly name: string;
  readonly slug: string;
  readonly description: string;
  readonly shared: boolean;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export const savedFiltersApi = 'extras/saved-filters';

/** The saved filters that may be applied to a model's list. */
export const savedFiltersQuery = (modelId: string) =>
  queryOptions({
    queryKey: ['savedFilters', modelId],
    staleTime: 60_000,
    queryFn: async ({ signal }) =>
      (
        await request<{ results: SavedFilter[] }>(
          `/api/${savedFiltersApi}/?object_type=${modelId}&enabled=true&limit=200`,
          { signal },
        )
      ).results,
  });
