import { queryOptions } from '@tanstack/react-query';
import type { ImportColumns } from '../../src/surfaces/bulk/contract.ts';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { request } from '../api/request.ts';
import { inLanguage } from '../meta/in-language.ts';
import { inForce } from '../texts/in-force.ts';

export const importColumnsQuery = (model: Pick<ModelMeta, 'api'>) =>
  queryOptions({
    queryKey: ['importColumns', inForce.language.code, model.api],
    staleTime: 10 * 60_000,
    queryFn: async ({ signal }) =>
      inLanguage((await request<ImportColumns>(`/patchbay/import/${model.api}/`, { signal })).columns),
  });
