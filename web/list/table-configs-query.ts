import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';

/** Columns and an order under a name, as `/api/extras/table-configs/` serves them. */
export interface TableConfig {
  readonly id: number;
  readonly name: string;
  readonly table: string;
  readonly user: number | { readonly id: number } | null;
  readonly shared: boolean;
  readonly enabled: boolean;
  readonly columns: readonly string[];
  readonly ordering: readonly string[] | null;
}

/** Where table configurations and saved filters are served. */
export const tableConfigsApi = 'extras/table-configs';

/** The table configurations of a model's lists that the user may apply. */
export const tableConfigsQuery = (modelId: string) =>
  queryOptions({
    queryKey: ['tableConfigs', modelId],
    staleTime: 60_000,
    queryFn: async ({ signal }) =>
      (
        await request<{ results: TableConfig[] }>(
          `/api/${tableConfigsApi}/?object_type=${modelId}&enabled=true&limit=200`,
          { signal },
        )
      ).results,
  });
