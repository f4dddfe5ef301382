import { queryOptions } from '@tanstack/react-query';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';

/** A column that an import of a model knows: `GET /patchbay/import/<app>/<endpoint>/`. */
export interface ImportColumn {
  readonly name: string;
  readonly label: string;
  readonly required?: true;
  readonly unique?: true;
  readonly kind?: string;
  /** Relations: the model, and what may stand behind the name (`site.slug`). */
  readonly model?: string;
  readonly attributes?: readonly string[];
  /** The columns whose objects it tells apart. */
  readonly narrows?: readonly string[];
  readonly choices?: readonly { readonly value: string | number; readonly label: string }[];
  readonly hint?: string;
}

export const importColumnsQuery = (model: Pick<ModelMeta, 'api'>) =>
  queryOptions({
    queryKey: ['importColumns', model.api],
    staleTime: 10 * 60_000,
    queryFn: async ({ signal }) =>
      (await request<{ columns: readonly ImportColumn[] }>(`/patchbay/import/${model.api}/`, { signal })).columns,
  });
